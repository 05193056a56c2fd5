using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>sites</c>, <c>drain SITE</c>, <c>resume SITE</c>, <c>limit SITE GPUS</c>: the sites of a node.</summary>
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

    /// <summary>Defines <c>drain</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Drain(CliServices services) => OfOne(
        services, new CliCommand("drain", "Let a site of a node take no new jobs: running ones finish, waiting ones go elsewhere.")
        {
            Section = CommandSection.Live,
            Examples = [("before maintenance", "controlplane drain us-east")],
        },
        _ => new SiteChange(Draining: true));

    /// <summary>Defines <c>resume</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Resume(CliServices services) => OfOne(
        services, new CliCommand("resume", "Let a drained site of a node take jobs again.")
        {
            Section = CommandSection.Live,
            Examples = [("after maintenance", "controlplane resume us-east")],
        },
        _ => new SiteChange(Draining: false));

    /// <summary>Defines <c>limit</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Limit(CliServices services)
    {
        var command = new CliCommand("limit", "Say how many of its GPUs a site of a node may use; running jobs keep theirs.")
        {
            Section = CommandSection.Live,
            Examples = [("half of a site", "controlplane limit us-east 16"), ("what sites may use", "controlplane sites --json | jq '.[] | {name, gpus, gpuLimit}'")],
        };
        var gpus = new Argument<int>("GPUS") { Description = "GPUs that it may use, from 0 to all that it has.", CustomParser = ReadGpus };
        return OfOne(services, command, result => new SiteChange(GpuLimit: result.GetRequiredValue(gpus)), gpus);
    }

    private static CliCommand OfOne(CliServices services, CliCommand command, Func<ParseResult, SiteChange> read, params IReadOnlyList<Argument> more)
    {
        var site = new Argument<string>("SITE") { Description = "Name of the site." };
        command.Add(site);
        foreach (var argument in more)
            command.Add(argument);
        return command.Asks(services, async (result, node, cancellation) =>
            NodeTables.Site(await node.Change(result.GetRequiredValue(site), read(result), cancellation).ConfigureAwait(false)));
    }

    private static int ReadGpus(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, null, out var gpus))
            return gpus;
        result.AddError($"GPUS must be a whole number from 0, not '{text}'");
        return 0;
    }
}
