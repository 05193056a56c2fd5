using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>energy [SITE]</c>: what the sites of a node use, buy, sell and pay.</summary>
internal static class EnergyCommand
{
    private const int DefaultMost = 24;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("energy", "Show the energy of a node's sites: load, battery, cost and emissions, now, today and in all.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "With SITE: its slots that are over, the newest first. Money and emissions are those of slots whose prices and weather were known; the others are counted, "
                + "never taken as zero. Days are those of UTC.",
            ],
            Examples =
            [
                ("all sites", "controlplane energy"),
                ("the last day of one, for a table", "controlplane energy us-east --limit 288 --csv"),
                ("what all has cost", "controlplane energy --json | jq '[.[].total.account.costUsd] | add'"),
            ],
        };
        var site = new Argument<string?>("SITE") { Description = "Name of a site: shows its slots.", Arity = ArgumentArity.ZeroOrOne };
        var most = Quantity.WholeOption("--limit", 1, 1000, $"The most slots (default: {DefaultMost}).");
        command.Add(site);
        command.AddGroup("Slots", most);
        return command.Asks(services, async (result, node, cancellation) => result.GetValue(site) is { } name
            ? EnergyTables.Slots(await node.EnergySlots(name, (int)(result.GetValue(most) ?? DefaultMost), cancellation).ConfigureAwait(false))
            : EnergyTables.Sites(await node.Energy(cancellation).ConfigureAwait(false)));
    }
}
