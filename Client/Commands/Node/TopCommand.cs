using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Node.Watching;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>top</c>: a node on one screen, as it lives.</summary>
internal static class TopCommand
{
    private const int PlainRows = 1000;
    private const int PlainEvents = 10;
    private static readonly TimeSpan FirstEvents = TimeSpan.FromMilliseconds(300);

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("top", "Watch a node on one screen: jobs, sites, power, what happens.")
        {
            Section = CommandSection.Live,
            Details = ["It only looks: nothing can be changed here. q ends it. Without a terminal it prints a plain picture at every look, until Ctrl-C."],
            Examples =
            [
                ("the node on this machine", "controlplane top"),
                ("calmly", "controlplane top --every 5s"),
                ("one picture, for a log", "controlplane top --once"),
                ("jobs done a second need two looks; all else needs one", "controlplane top --json | jq .powerW"),
            ],
        };
        var every = TimeInput.Option("--every", 0.2, 3600, "How often to look (default: 1s).");
        var once = new Option<bool>("--once") { Description = "Look once, print it and end." };
        var node = new NodeInput();
        var output = new OutputInput();
        command.AddGroup("Looking", every, once);
        command.AddGroup("Node", node.All);
        command.AddGroup("Output", output.Json, output.Quiet);
        command.SetAction(result =>
        {
            using var patient = node.Connect(result, services, output.IsQuiet(result));
            using var client = new NodeClient(patient.Target with { GiveUp = TimeSpan.Zero }, TimeProvider.System, _ => { });
            var period = TimeSpan.FromSeconds(result.GetValue(every) ?? 1);
            Watch(patient, client, services, period, result.GetValue(once), output.Format(result)).GetAwaiter().GetResult();
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task Watch(NodeClient patient, NodeClient client, CliServices services, TimeSpan every, bool once, OutputFormat format)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(services.Cancellation);
        // Says in the usual way when there is no node, or the key is wrong.
        await patient.Host(end.Token).ConfigureAwait(false);
        var events = new RecentEvents(new EventReader(client), TimeProvider.System);
        var reader = new TopReader(client, events, TimeProvider.System);
        var following = events.Follow(end.Token);
        try
        {
            await Task.Delay(FirstEvents, end.Token).ConfigureAwait(false);
            var view = await reader.Look(end.Token).ConfigureAwait(false);
            if (format == OutputFormat.Json)
                services.Terminal.Out.WriteLine(JsonText.Of(TopJson.Of(view)));
            else if (services.Terminal is { OutIsTerminal: true, Screen: not null } && !once)
                await OnScreen(new TopLoop(new TopSight(reader, view), client.Target.Address, services.Terminal, every, TimeProvider.System), services).ConfigureAwait(false);
            else
                await InPlainText(new TopSight(reader, view), client.Target.Address, services, every, once).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task OnScreen(TopLoop loop, CliServices services)
    {
        using var full = new FullScreen(services.Terminal);
        // A second Ctrl-C ends the process without this method's end.
        services.Interrupts?.Take(() => { }, full.Dispose);
        await loop.Run(full, services.Cancellation).ConfigureAwait(false);
    }

    private static async Task InPlainText(TopSight sight, Uri address, CliServices services, TimeSpan every, bool once)
    {
        services.Interrupts?.Take(() => { }, () => { });
        Print(sight, address, services.Terminal);
        while (!once)
        {
            await Task.Delay(every, services.Cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!services.Cancellation.IsCancellationRequested)
                await sight.Look(services.Cancellation).ConfigureAwait(false);
            if (services.Cancellation.IsCancellationRequested)
                return;
            services.Terminal.Out.WriteLine();
            Print(sight, address, services.Terminal);
        }
    }

    private static void Print(TopSight sight, Uri address, Terminal terminal)
    {
        var frame = new TopFrame(new Ink(hasColours: false, isPlain: true), terminal.Width, PlainRows);
        foreach (var line in frame.Compose(sight.View with { Events = [.. sight.View.Events.TakeLast(PlainEvents)] }, address, sight.Trouble))
            terminal.Out.WriteLine(line.TrimEnd());
        terminal.Out.Flush();
    }
}
