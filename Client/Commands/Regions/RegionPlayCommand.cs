using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region play SCENARIO</c>: submits a scenario's jobs to a live region and holds it to account for each of them.</summary>
internal static class RegionPlayCommand
{
    // Larger ones are not whole numbers in every reader of JSON.
    private const long LargestId = 1L << 53;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("play", "Submit a scenario's jobs to a live region and see that each ends exactly once.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "Each ingress gets the arrivals that it has in the scenario, in batches, and every batch is repeated until it is acknowledged. Only arrivals are played: lost sites "
                + "and drains of a scenario are commands of their own here.",
                "Jobs are numbered from the present in microseconds, so that plays never share numbers. A play that was interrupted is taken up with its --first-id and --seed: "
                + "jobs that the region knows are not accepted a second time (an ingress remembers the last 10000 that ended).",
                "Exit code 1: a ledger does not close, an acknowledged job is unknown or has not ended, or sites finished more or fewer jobs than were completed.",
            ],
            Examples =
            [
                ("a day, as fast as the region's clock goes", "controlplane region play paper --days 1"),
                ("two thousand jobs, a hundred a second, over two gateways", "controlplane region play paper --jobs 2000 --rate 100 --gateway 127.0.0.1:30000,127.0.0.1:30001"),
                ("the numbers for a script", "controlplane region play paper --jobs 500 --rate 500 --json -q | jq .submit_latency_ms.p99"),
            ],
        };
        var scenario = new ScenarioInput(services.Scenarios);
        var seed = new SeedInput();
        var speed = Quantity.Option("--speed", 0, 1e6, "Seconds of the scenario in a second (default: as the region's clock).");
        var rate = Quantity.Option("--rate", 0, 1e6, "Jobs per second, instead of the scenario's times.");
        var jobs = Quantity.WholeOption("--jobs", 1, int.MaxValue, "The most jobs (default: all up to the horizon).");
        var first = Quantity.WholeOption("--first-id", 1, LargestId, "Number of the first job (default: the present in microseconds since 1970).");
        var leaves = new Option<bool>("--no-wait") { Description = "End when all jobs are acknowledged; do not wait for them to end." };
        var region = new RegionInput();
        var output = new OutputInput();
        command.Add(scenario.Name);
        command.AddGroup("What to play", scenario.Horizon, scenario.Load, seed.Seed, speed, rate, jobs, first, leaves);
        command.AddGroup("Region", region.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var played = scenario.Read(result);
            var request = new PlayRequest(
                played, result.GetValue(seed.Seed) ?? played.Seed, result.GetValue(speed), result.GetValue(rate), result.GetValue(jobs), result.GetValue(first), !result.GetValue(leaves));
            if (request is { Speed: not null, RatePerS: not null })
                throw new InputException("give --speed or --rate, not both");
            using var verbs = RegionVerbs.Connect(region.Read(result), services.Cancellation);
            var play = StatusLine.For(services.Terminal, output.IsQuiet(result)).Show(played.Name, tell => verbs.Play(request, tell));
            return Finish(play, services.Terminal, format);
        });
        return command;
    }

    private static int Finish(PlayResult play, Terminal terminal, OutputFormat format)
    {
        new DocumentWriter(terminal, format).Write(play.Document);
        terminal.Out.Flush();
        foreach (var failure in play.Failures)
            Failures.WriteError(terminal, failure);
        return play.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
