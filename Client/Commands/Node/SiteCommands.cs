using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>sites</c>, <c>site drain NAME</c>, <c>site resume NAME</c>: the sites of a node.</summary>
internal static class SiteCommands
{
    /// <summary>Defines <c>sites</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand List(CliServices services) =>
        new CliCommand("sites", "Show the sites of a node.")
        {
            Section = CommandSection.Live,
            Examples = [("all sites", "controlplane sites"), ("sites without an agent", "controlplane sites --json | jq -r '.[] | select(.isConnected | not).name'")],
        }.Asks(services, async (_, node, cancellation) => NodeTables.Sites(await node.Sites(cancellation).ConfigureAwait(false)));

    /// <summary>Defines <c>site</c>.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Change(CliServices services) =>
        new("site", "Drain a site of a node, or let it take jobs again.")
        {
            Section = CommandSection.Live,
            Examples = [("before maintenance", "controlplane site drain us-east"), ("after it", "controlplane site resume us-east")],
            Subcommands =
            {
                Set(services, "drain", "Let a site take no new jobs: running ones finish.", draining: true),
                Set(services, "resume", "Let a drained site take jobs again.", draining: false),
            },
        };

    private static CliCommand Set(CliServices services, string name, string description, bool draining)
    {
        var command = new CliCommand(name, description) { Section = CommandSection.Live, Examples = [("a site", $"controlplane site {name} us-east")] };
        var site = new Argument<string>("SITE") { Description = "Name of the site." };
        command.Add(site);
        return command.Asks(services, async (result, node, cancellation) =>
            NodeTables.Site(await node.Drain(result.GetRequiredValue(site), draining, cancellation).ConfigureAwait(false)));
    }
}
