using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Measuring;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands;

/// <summary><c>bench</c>: how fast the product is on this machine.</summary>
internal static class BenchCommand
{
    private const string ScenarioName = "paper-independent";
    private const double BytesPerMegabyte = 1e6;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("bench", "Measure speed on this machine: event queue, a simulated week under each policy, the frontier.")
        {
            Section = CommandSection.Tools,
            Details = ["One thread, after a warm-up. For distributions and comparisons between versions use the projects in benchmarks/."],
            Examples = [("everything, in about half a minute", "controlplane bench"), ("two policies only", "controlplane bench --policy dp,fluid --days 2")],
        };
        var policies = new PolicyInput("--policy", "-p");
        policies.Option.Description = "Policies to time (default: all).";
        var scenario = new ScenarioInput(services.Scenarios);
        var output = new OutputInput();
        command.AddGroup("What to measure", policies.Option, scenario.Horizon);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var paper = services.Scenarios.Load(ScenarioName);
            var week = paper with { HorizonS = result.GetValue(scenario.Horizon) ?? paper.HorizonS };
            var chosen = policies.Read(result, week with { Policies = [] });
            List<Func<BenchResult>> tests = [SpeedTests.Hold, .. chosen.Select(p => (Func<BenchResult>)(() => SpeedTests.Simulate(week, p, services.Cancellation)))];
            tests.Add(() => SpeedTests.Frontier(week, services.Cancellation));
            new DocumentWriter(services.Terminal, format).Write(Describe(week, RunAll(tests, services, output.IsQuiet(result))));
            return ExitCode.Success;
        });
        return command;
    }

    private static List<BenchResult> RunAll(List<Func<BenchResult>> tests, CliServices services, bool quiet)
    {
        var results = new List<BenchResult>();
        foreach (var test in tests)
        {
            services.Cancellation.ThrowIfCancellationRequested();
            results.Add(test());
            if (!quiet)
                services.Terminal.Error.WriteLine($"{results.Count}/{tests.Count} {results[^1].Name}: {Show.Duration(results[^1].ElapsedS)}");
        }

        return results;
    }

    private static Document Describe(Scenario scenario, List<BenchResult> results)
    {
        var table = new Table("", [
            Column.Words("name", "what"), new("elapsed_s", "time", "s"), new("events_per_s", "events", "per s"), new("jobs_per_s", "jobs", "per s"),
            new("bytes_per_event", "allocated", "B/event"), new("ms_per_solve", "solve", "ms")]);
        foreach (var result in results)
        {
            table.Add(
                Cell.Of(result.Name), Cell.Of(result.ElapsedS, 3), Cell.Of(result.EventsPerS, 0), Cell.Of(result.JobsPerS, 0), Cell.Of(result.BytesPerEvent, 2),
                Cell.Of(result.MillisecondsPerSolve, 3));
        }

        using var process = Process.GetCurrentProcess();
        var peakMb = process.PeakWorkingSet64 / BytesPerMegabyte;
        return new Document
        {
            Heading = [$"{scenario.Name}, {Show.Duration(scenario.HorizonS)} a policy; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}"],
            Tables = [table],
            Closing = [$"Peak memory of the process: {peakMb:0} MB."],
            Csv = () => table,
            Json = () => new JsonObject
            {
                ["kind"] = "bench",
                ["version"] = 1,
                ["scenario"] = scenario.Name,
                ["horizon_s"] = scenario.HorizonS,
                ["runtime"] = RuntimeInformation.FrameworkDescription,
                ["results"] = JsonText.Rows(table),
                ["peak_memory_mb"] = peakMb,
            },
        };
    }
}
