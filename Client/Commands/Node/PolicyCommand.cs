using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>policy</c>: the versions of a node's policy and their life.</summary>
internal static class PolicyCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("policy", "Publish versions of a node's policy, try them beside it, and let them decide.")
        {
            Section = CommandSection.Live,
            Details = ["'controlplane policies' lists the policies that there are; a version is one of them with its settings."],
            Examples =
            [
                ("a new version, then decide with it", "controlplane policy publish least-energy:gpus=2 --note cheaper-nights"),
                ("try version 2 beside it, then on every tenth job, then on all", "controlplane policy shadow 2"),
                ("every tenth job", "controlplane policy canary 2 --share 0.1"),
                ("all jobs", "controlplane policy promote"),
                ("and back", "controlplane policy rollback"),
            ],
            Subcommands =
            {
                List(services), Publish(services), Activate(services), PolicyLifeCommands.Status(services), PolicyLifeCommands.Shadow(services),
                PolicyLifeCommands.Canary(services), PolicyLifeCommands.Promote(services), PolicyLifeCommands.RollBack(services),
            },
        };

    private static CliCommand List(CliServices services) =>
        new CliCommand("list", "List the versions of a node's policy, oldest first.")
        {
            Section = CommandSection.Live,
            Examples = [("all versions", "controlplane policy list"), ("the one that decides", "controlplane policy list --json | jq '.[] | select(.isActive)'")],
        }.Asks(services, async (_, node, cancellation) => PolicyTables.Policies(await node.Policies(cancellation).ConfigureAwait(false)));

    private static CliCommand Publish(CliServices services)
    {
        var command = new CliCommand("publish", "Store a version; nothing decides with it before it is activated.")
        {
            Section = CommandSection.Live,
            Examples = [("with settings and a note", "controlplane policy publish power-of-d:d=3 --note trial")],
        };
        var policy = OnePolicyInput.Argument();
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "What to remember about it." };
        command.Add(policy);
        command.AddGroup("Version", note);
        return command.Asks(services, async (result, node, cancellation) =>
        {
            var spec = OnePolicyInput.Read(result.GetRequiredValue(policy), "the policy");
            return PolicyTables.Policy(await node.Publish(spec, result.GetValue(note) ?? "", cancellation).ConfigureAwait(false));
        });
    }

    private static CliCommand Activate(CliServices services)
    {
        var command = new CliCommand("activate", "Let a node decide with a version; an older one is the way back.")
        {
            Section = CommandSection.Live,
            Examples = [("the second version", "controlplane policy activate 2")],
        };
        var version = VersionInput.Argument("controlplane policy list");
        command.Add(version);
        return command.Asks(services, async (result, node, cancellation) =>
            PolicyTables.Policy(await node.Activate(result.GetRequiredValue(version), cancellation).ConfigureAwait(false)));
    }
}
