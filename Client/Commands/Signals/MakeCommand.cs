using System.CommandLine;
using System.Globalization;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Signals.Synthetic;

namespace ControlPlane.Client.Commands.Signals;

/// <summary><c>signals make KIND</c>: a synthetic file in a public layout.</summary>
internal static class MakeCommand
{
    private const int HoursPerDay = 24;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("make", "Make a file of prices, carbon or weather for trying out.")
        {
            Section = CommandSection.Tools,
            Details =
            [
                "Made signals have the level and the quantiles of a market in 2023-24, two peaks a day, spikes, midday prices below zero where there is much sun, carbon that moves with the "
                + "price, clouds, and wind with memory. The same seed gives the same hour whatever span is asked for. Hours, UTC, without summer time.",
            ],
            Examples =
            [
                ("a year of prices", "controlplane signals make price --place ercot --days 365 --to prices.csv"),
                ("sun, wind and temperature of a week in July, to stdout", "controlplane signals make weather --place caiso --from 2023-07-01 --days 7"),
            ],
        };
        var kind = new Argument<string>("KIND") { Description = $"One of {string.Join(", ", SyntheticFile.Kinds)}." };
        kind.AcceptOnlyFromAmong([.. SyntheticFile.Kinds]);
        var place = new Option<string>("--place") { HelpName = "NAME", Description = $"Market: {string.Join(", ", SyntheticPlace.All.Select(p => p.Name))} (default: pjm).", DefaultValueFactory = _ => "pjm" };
        place.AcceptOnlyFromAmong([.. SyntheticPlace.All.Select(p => p.Name)]);
        var seed = Quantity.WholeOption("--seed", 0, long.MaxValue, "Seed (default: 1).");
        var from = new Option<string?>("--from") { HelpName = "DATE", Description = "First day, UTC (default: 2023-01-01)." };
        var days = Quantity.WholeOption("--days", 1, 3660, "Number of days (default: 365).");
        var to = new Option<string?>("--to") { HelpName = "FILE", Description = "File to write (default: stdout)." };
        command.Add(kind);
        command.AddGroup("What to make", place, seed, from, days);
        command.AddGroup("Output", to);
        command.SetAction(result =>
        {
            using var text = new StringWriter { NewLine = "\n" };
            var hours = (int)(result.GetValue(days) ?? 365) * HoursPerDay;
            SyntheticFile.Write(result.GetRequiredValue(kind), SyntheticPlace.Named(result.GetValue(place)!), result.GetValue(seed) ?? 1, Day(result.GetValue(from)), hours, text);
            if (result.GetValue(to) is { } path)
                TextFile.Write(path, text.ToString());
            else
                services.Terminal.Out.Write(text.ToString());
            return ExitCode.Success;
        });
        return command;
    }

    private static DateTimeOffset Day(string? text)
    {
        var day = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        if (text is not null && (!DateTime.TryParseExact(text, "yyyy-MM-dd", null, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out day) || day.Year is < 1970 or > 2150))
            throw new InputException($"--from must be a day like 2023-07-01 in the years 1970 to 2150, not '{text}'");
        return new DateTimeOffset(day);
    }
}
