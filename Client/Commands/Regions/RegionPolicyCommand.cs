using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region policy list, publish, activate</c>: the versions of a region's policy.</summary>
internal static class RegionPolicyCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("policy", "List, publish and activate versions of a live region's policy.")
        {
            Section = CommandSection.Live,
            Examples =
            [
                ("a new version, then decide with it", "controlplane region policy publish least-energy:gpus=2 --note cheaper-nights"),
                ("and back to the first", "controlplane region policy activate 1"),
            ],
            Subcommands = { List(services), Publish(services), Activate(services) },
        };

    private static CliCommand List(CliServices services)
    {
        var command = new CliCommand("list", "List the versions, oldest first.")
        {
            Section = CommandSection.Live,
            Examples = [("all versions that are kept", "controlplane region policy list")],
        };
        return Finish(command, services, _ => verbs => verbs.Versions());
    }

    private static CliCommand Publish(CliServices services)
    {
        var command = new CliCommand("publish", "Store a version; nothing decides with it before it is activated.")
        {
            Section = CommandSection.Live,
            Examples = [("with settings and a note", "controlplane region policy publish power-of-d:d=3 --note trial")],
        };
        var policy = OnePolicyInput.Argument();
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "What to remember about it." };
        command.Add(policy);
        command.AddGroup("Version", note);
        return Finish(command, services, result =>
        {
            var (spec, text) = (OnePolicyInput.Read(result.GetRequiredValue(policy), "the policy"), result.GetValue(note) ?? "");
            return verbs => verbs.Publish(spec, text);
        });
    }

    private static CliCommand Activate(CliServices services)
    {
        var command = new CliCommand("activate", "Let the region decide with a version; an older one is the way back.")
        {
            Section = CommandSection.Live,
            Examples = [("the second version", "controlplane region policy activate 2")],
        };
        var version = VersionInput.Argument("controlplane region policy list");
        command.Add(version);
        return Finish(command, services, result => verbs => verbs.Activate(result.GetRequiredValue(version)));
    }

    private static CliCommand Finish(CliCommand command, CliServices services, Func<ParseResult, Func<IRegionVerbs, Document>> read)
    {
        var region = new RegionInput();
        var output = new OutputInput();
        command.AddGroup("Region", region.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            // All that was written is read before a connection is made.
            var format = output.Format(result);
            var act = read(result);
            using var verbs = RegionVerbs.Connect(region.Read(result), services.Cancellation);
            new DocumentWriter(services.Terminal, format).Write(act(verbs));
            return ExitCode.Success;
        });
        return command;
    }
}
