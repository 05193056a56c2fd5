using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>audit</c>: what operators did at a node.</summary>
internal static class AuditCommand
{
    private const int MostEntries = 1000;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("audit", "Show what operators did at a node, the newest first.")
        {
            Section = CommandSection.Live,
            Examples = [("the last hundred", "controlplane audit"), ("who drained sites", "controlplane audit --limit 1000 --json | jq '.[] | select(.action==\"site.drain\")'")],
        };
        var most = Quantity.WholeOption("--limit", 1, MostEntries, "The most entries (default: 100).");
        command.AddGroup("Which entries", most);
        return command.Asks(services, async (result, node, cancellation) => AuditTables.Of(await node.Audit((int)(result.GetValue(most) ?? 100), cancellation).ConfigureAwait(false)));
    }
}
