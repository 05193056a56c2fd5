using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region status</c>: what a live region decides with, how its sites are and where its jobs.</summary>
internal static class RegionStatusCommand
{
    private const string ClearScreen = "\u001b[H\u001b[2J";
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("status", "Show a live region: its policy, its sites, the ledger of each ingress.")
        {
            Section = CommandSection.Live,
            Examples =
            [
                ("once", "controlplane region status"),
                ("every second, until Ctrl-C", "controlplane region status --watch"),
                ("free GPUs by site", "controlplane region status --json | jq '.sites[] | {site, gpus_free}'"),
            ],
        };
        var watch = new Option<bool>("--watch", "-w") { Description = "Show it again every second until Ctrl-C." };
        var region = new RegionInput();
        var output = new OutputInput();
        command.AddGroup("Region", region.All);
        command.AddGroup("Output", [.. output.Printing, watch]);
        command.SetAction(result =>
        {
            var writer = new DocumentWriter(services.Terminal, output.Format(result));
            using var verbs = RegionVerbs.Connect(region.Read(result), services.Cancellation);
            var document = verbs.Status();
            writer.Write(document);
            if (result.GetValue(watch))
                Watch(verbs, writer, services);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Watch(IRegionVerbs verbs, DocumentWriter writer, CliServices services)
    {
        while (!services.Cancellation.WaitHandle.WaitOne(Period))
        {
            Document document;
            try
            {
                document = verbs.Status();
            }
            catch (OperationCanceledException)
            {
                return;
            }

            services.Terminal.Out.Write(services.Terminal.OutIsTerminal ? ClearScreen : "\n");
            writer.Write(document);
            services.Terminal.Out.Flush();
        }
    }
}
