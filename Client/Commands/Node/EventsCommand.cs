using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>events</c>: what happened at a node, and what happens.</summary>
internal static class EventsCommand
{
    // A node sends what it keeps at once; when nothing comes for so long, that was all.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("events", "Show what happened at a node, or follow what happens.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "A node keeps the last events only. With --follow an event is a line, with --json a line of JSON, and a stream that is cut is taken up where it was; otherwise the "
                + "command ends when nothing has come for a second.",
            ],
            Examples =
            [
                ("what happened", "controlplane events"),
                ("as it happens, until Ctrl-C", "controlplane events --follow"),
                ("jobs that end, for a script", "controlplane events --follow --json | jq -r 'select(.kind==\"completed\").job'"),
            ],
        };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what happens until Ctrl-C." };
        var after = Quantity.WholeOption("--after", 0, long.MaxValue, "Only events after the one of this number (default: all that are kept).");
        var node = new NodeInput();
        var output = new OutputInput();
        command.AddGroup("Which events", follow, after);
        command.AddGroup("Node", node.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            if (format == OutputFormat.Csv && result.GetValue(follow))
                throw new InputException("--csv is not for --follow");
            using var client = node.Connect(result, services, output.IsQuiet(result));
            var reader = new EventReader(client);
            var last = result.GetValue(after) ?? 0;
            var work = result.GetValue(follow) ? Follow(reader, last, services, format) : Print(reader, last, services, format);
            work.GetAwaiter().GetResult();
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task Follow(EventReader reader, long after, CliServices services, OutputFormat format)
    {
        try
        {
            await foreach (var e in reader.Follow(after, services.Cancellation).ConfigureAwait(false))
            {
                services.Terminal.Out.WriteLine(format == OutputFormat.Json ? EventLines.Json(e) : EventLines.Text(e));
                services.Terminal.Out.Flush();
            }
        }
        catch (OperationCanceledException) when (services.Cancellation.IsCancellationRequested)
        {
            // The way in which following ends.
        }
    }

    private static async Task Print(EventReader reader, long after, CliServices services, OutputFormat format)
    {
        List<ControlEvent> events = [];
        using var end = CancellationTokenSource.CreateLinkedTokenSource(services.Cancellation);
        // The silence counts from the answer: the connection may take its time.
        await using var stream = reader.Follow(after, end.Token, opened: () => end.CancelAfter(Silence)).GetAsyncEnumerator(end.Token);
        try
        {
            while (await stream.MoveNextAsync().ConfigureAwait(false))
            {
                events.Add(stream.Current);
                end.CancelAfter(Silence);
            }
        }
        catch (OperationCanceledException) when (!services.Cancellation.IsCancellationRequested)
        {
            // That was all.
        }

        var table = EventLines.Table("", events);
        new DocumentWriter(services.Terminal, format).Write(new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(events) });
    }
}
