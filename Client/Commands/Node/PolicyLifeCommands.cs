using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>policy status, shadow, canary, promote, rollback</c>: the life of a node's policy.</summary>
internal static class PolicyLifeCommands
{
    private const string Listing = "controlplane policy list";

    /// <summary><c>status</c>.</summary>
    public static CliCommand Status(CliServices services) =>
        new CliCommand("status", "Show which versions decide, and which only watch, and how they compare.")
        {
            Section = CommandSection.Live,
            Details = ["Of a shadow: how often it would have chosen another site, and by how much its choices differ from those that took effect (predicted, a job)."],
            Examples = [("the versions at work", "controlplane policy status"), ("the regret of the shadow", "controlplane policy status --json | jq .shadow.scoreRegret"), ("the trainer", "controlplane policy status --json | jq .trainer")],
        }.Asks(services, async (_, node, cancellation) =>
            PolicyTables.Status(await node.PolicyLife(cancellation).ConfigureAwait(false), await node.Trainer(cancellation).ConfigureAwait(false)));

    /// <summary><c>shadow</c>.</summary>
    public static CliCommand Shadow(CliServices services)
    {
        var command = new CliCommand("shadow", "Let a version decide beside the active one without effect.")
        {
            Section = CommandSection.Live,
            Examples = [("watch with version 2", "controlplane policy shadow 2"), ("no more", "controlplane policy shadow --off")],
        };
        var (version, off) = VersionOrOff(command);
        return command.Asks(services, async (result, node, cancellation) =>
            PolicyTables.Life(await node.SetShadow(Read(result, version, off), cancellation).ConfigureAwait(false)));
    }

    /// <summary><c>canary</c>.</summary>
    public static CliCommand Canary(CliServices services)
    {
        var command = new CliCommand("canary", "Let a version decide about a share of the jobs.")
        {
            Section = CommandSection.Live,
            Details = ["A hash of a job's id says whether it is one of them: a greater share keeps those that there are. Three decisions in a row that the shield replaces end it."],
            Examples = [("every twentieth job", "controlplane policy canary 2 --share 0.05"), ("no more", "controlplane policy canary --off")],
        };
        var (version, off) = VersionOrOff(command);
        var share = Quantity.Option("--share", 0, 1, "Share of the jobs, above 0 and at most 1.");
        command.AddGroup("Canary", share);
        return command.Asks(services, async (result, node, cancellation) =>
        {
            var number = Read(result, version, off);
            if (number is not null && result.GetValue(share) is null)
                throw new InputException("--share is needed: the share of the jobs, above 0 and at most 1");
            return PolicyTables.Life(await node.SetCanary(number, result.GetValue(share) ?? 0, cancellation).ConfigureAwait(false));
        });
    }

    /// <summary><c>promote</c>.</summary>
    public static CliCommand Promote(CliServices services) =>
        new CliCommand("promote", "Let the canary, or without one the shadow, decide about all jobs.")
        {
            Section = CommandSection.Live,
            Examples = [("after it did well", "controlplane policy promote")],
        }.Asks(services, async (_, node, cancellation) => PolicyTables.Life(await node.Promote(cancellation).ConfigureAwait(false)));

    /// <summary><c>rollback</c>.</summary>
    public static CliCommand RollBack(CliServices services) =>
        new CliCommand("rollback", "Let the version decide that did before the active one.")
        {
            Section = CommandSection.Live,
            Examples = [("the way back; again for one further back", "controlplane policy rollback")],
        }.Asks(services, async (_, node, cancellation) => PolicyTables.Life(await node.RollBack(cancellation).ConfigureAwait(false)));

    private static (Argument<int?> Version, Option<bool> Off) VersionOrOff(CliCommand command)
    {
        var version = VersionInput.Optional(Listing);
        var off = new Option<bool>("--off") { Description = "End it." };
        command.Add(version);
        command.AddGroup("Version", off);
        return (version, off);
    }

    private static int? Read(ParseResult result, Argument<int?> version, Option<bool> off) => (result.GetValue(version), result.GetValue(off)) switch
    {
        ({ } number, false) => number,
        (null, true) => null,
        _ => throw new InputException("give VERSION or --off, one of them"),
    };
}
