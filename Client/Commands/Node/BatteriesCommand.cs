using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>batteries list, show, override, release</c>: the batteries of a node's sites.</summary>
internal static class BatteriesCommand
{
    private const double LongestS = 7 * 86_400;
    private const double MostKw = 1e9;

    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("batteries", "Show the batteries of a node's sites, and tell one what to do.")
        {
            Section = CommandSection.Live,
            Details = ["An override counts at once, in place of the dispatcher, and ends by itself. It is in the audit log with who and why."],
            Examples =
            [
                ("all batteries", "controlplane batteries list"),
                ("give 200 kW over the evening peak", "controlplane batteries override us-east --kw -200 --for 2h --reason evening-peak"),
                ("the dispatcher decides again", "controlplane batteries release us-east"),
            ],
            Subcommands = { List(services), Show(services), Override(services), Release(services) },
        };

    private static CliCommand List(CliServices services) =>
        new CliCommand("list", "List the batteries.")
        {
            Section = CommandSection.Live,
            Examples = [("those that somebody overrides", "controlplane batteries list --json | jq '.[] | select(.override)'")],
        }.Asks(services, async (_, node, cancellation) => EnergyTables.Batteries(await node.Batteries(cancellation).ConfigureAwait(false)));

    private static CliCommand Show(CliServices services)
    {
        var command = new CliCommand("show", "Show one battery.") { Section = CommandSection.Live, Examples = [("one battery", "controlplane batteries show us-east")] };
        var site = Site();
        command.Add(site);
        return command.Asks(services, async (result, node, cancellation) =>
            EnergyTables.Battery(await node.Battery(result.GetRequiredValue(site), cancellation).ConfigureAwait(false)));
    }

    private static CliCommand Override(CliServices services)
    {
        var command = new CliCommand("override", "Tell a battery what to do for a time, in place of its dispatcher.")
        {
            Section = CommandSection.Live,
            Details = ["Power is that at its terminals: above 0 charges, below 0 discharges. More than the battery can is taken as what it can, and the answer says so."],
            Examples =
            [
                ("fill it before a storm", "controlplane batteries override us-east --kw 500 --for 6h --reason storm-warning"),
                ("leave it alone during work", "controlplane batteries override us-east --hold --for 30m --reason inverter-work"),
            ],
        };
        var site = Site();
        var kw = new Option<double?>("--kw") { HelpName = "KW", Description = "Power, kW: above 0 charges, below 0 discharges." };
        var hold = new Option<bool>("--hold") { Description = "It neither charges nor discharges." };
        var time = TimeInput.Option("--for", 1, LongestS, "How long.");
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, for the audit log: 1 to 200 characters.", Required = true };
        time.Required = true;
        command.Add(site);
        command.AddGroup("Override", kw, hold, time, reason);
        return command.Asks(services, async (result, node, cancellation) =>
        {
            var until = TimeProvider.System.GetUtcNow().AddSeconds(result.GetRequiredValue(time)!.Value);
            var setPointKw = ReadPower(result.GetValue(kw), result.GetValue(hold));
            return EnergyTables.Battery(await node.Override(result.GetRequiredValue(site), setPointKw, until, result.GetRequiredValue(reason), cancellation).ConfigureAwait(false));
        });
    }

    private static CliCommand Release(CliServices services)
    {
        var command = new CliCommand("release", "Let the dispatcher of a battery decide again.")
        {
            Section = CommandSection.Live,
            Examples = [("at once", "controlplane batteries release us-east")],
        };
        var site = Site();
        command.Add(site);
        return command.Asks(services, async (result, node, cancellation) =>
            EnergyTables.Battery(await node.Release(result.GetRequiredValue(site), cancellation).ConfigureAwait(false)));
    }

    private static Argument<string> Site() => new("SITE") { Description = "Name of the battery's site." };

    private static double ReadPower(double? kw, bool isHeld) => (kw, isHeld) switch
    {
        (null, true) => 0,
        ({ } power, false) when power is >= -MostKw and <= MostKw => power,
        ({ } power, false) => throw new InputException($"--kw must be a number of kW from {-MostKw} to {MostKw}, not {power}"),
        _ => throw new InputException("give --kw KW or --hold, one of them"),
    };
}
