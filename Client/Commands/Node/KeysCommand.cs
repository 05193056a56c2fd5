using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>keys list, add, end, rotate</c>: who may speak with a node.</summary>
internal static class KeysCommand
{
    private const double LongestDelayS = 30 * 86_400;
    private const double HandoverS = 3600;

    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("keys", "List, make, rotate and end the keys of a node.")
        {
            Section = CommandSection.Live,
            Details = ["For administrators. A key is shown once, when it is made; the node keeps a hash."],
            Examples =
            [
                ("a key for a build server, for a quarter of a year", "controlplane keys add ci --role submitter --for 90d"),
                ("another in its place, which leaves an hour to hand it over", "controlplane keys rotate 6c3e8426dd60"),
            ],
            Subcommands = { List(services), Add(services), End(services), Rotate(services) },
        };

    private static CliCommand List(CliServices services) =>
        new CliCommand("list", "List the keys, the oldest first.")
        {
            Section = CommandSection.Live,
            Examples = [("all keys", "controlplane keys list")],
        }.Asks(services, async (_, node, cancellation) => KeyTables.Of(await node.Keys(cancellation).ConfigureAwait(false)));

    private static CliCommand Add(CliServices services)
    {
        var command = new CliCommand("add", "Make a key and show it, this once.")
        {
            Section = CommandSection.Live,
            Examples =
            [
                ("for a person who operates", "controlplane keys add ada --role operator"),
                ("for a site's agent, into its file", "controlplane keys add rack-1 --role agent --site us-east --json | jq -r .secret > us-east.key"),
            ],
        };
        var wish = new KeyWishInput();
        command.Add(wish.Name);
        command.AddGroup("Key", wish.All);
        return command.Asks(services, async (result, node, cancellation) => KeyTables.Made(await node.AddKey(wish.Read(result), cancellation).ConfigureAwait(false)));
    }

    private static CliCommand End(CliServices services)
    {
        var command = new CliCommand("end", "End a key; the last valid one of an administrator stays.")
        {
            Section = CommandSection.Live,
            Examples = [("at once", "controlplane keys end 6c3e8426dd60"), ("in ten minutes", "controlplane keys end 6c3e8426dd60 --in 10m")],
        };
        var id = Id();
        var delay = Delay("How long it stays valid (default: not at all).");
        command.Add(id);
        command.AddGroup("Key", delay);
        return command.Asks(services, async (result, node, cancellation) =>
            KeyTables.Of(await node.EndKey(result.GetRequiredValue(id), (long)(result.GetValue(delay) ?? 0), cancellation).ConfigureAwait(false)));
    }

    private static CliCommand Rotate(CliServices services)
    {
        var command = new CliCommand("rotate", "Make a key that takes over from one, of the same name and role; the old one stays valid for a while.")
        {
            Section = CommandSection.Live,
            Examples = [("with an hour to hand it over", "controlplane keys rotate 6c3e8426dd60"), ("a key that others have seen", "controlplane keys rotate 6c3e8426dd60 --in 1s")],
        };
        var id = Id();
        var delay = Delay("How long the old one stays valid (default: 1h).");
        command.Add(id);
        command.AddGroup("Key", delay);
        return command.Asks(services, async (result, node, cancellation) =>
        {
            var (old, lastsS) = (result.GetRequiredValue(id), result.GetValue(delay) ?? HandoverS);
            var made = await node.RotateKey(old, (long)lastsS, cancellation).ConfigureAwait(false);
            return KeyTables.Made(made, $"The key {old} that it takes over from is valid for another {Show.Duration(lastsS)}.");
        });
    }

    private static Argument<string> Id() => new("ID") { Description = "Id of the key ('controlplane keys list')." };

    private static Option<double?> Delay(string description) => TimeInput.Option("--in", 1, LongestDelayS, description);
}
