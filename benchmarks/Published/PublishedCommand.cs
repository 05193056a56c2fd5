using System.Text.Json;
using ControlPlane.Benchmarks.Bars;
using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;

namespace ControlPlane.Benchmarks.Published;

/// <summary>Side by side with the published simulator: same fleet, seed, horizon and machine, in turns, and the same jobs completed.</summary>
internal static class PublishedCommand
{
    private const double SecondsPerDay = 86_400;
    private const int WarmUps = 20;

    private static readonly (string Policy, string Algorithm)[] Rules = [("dp", "default_policy"), ("ucb1", "bandit"), ("jointnf", "joint_nf")];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints processor seconds of both, their ratio and whether the counts agree; exit code 1 if they do not.</summary>
    /// <param name="directory">Where the published simulator is.</param>
    /// <param name="arguments">Arguments after it.</param>
    public static int Run(string directory, string[] arguments)
    {
        var options = PublishedOptions.Parse(arguments);
        var simulator = new PublishedSimulator(directory, options.Python);
        if (!simulator.Exists)
            throw new ArgumentException($"'{directory}' does not hold the published simulator ({PublishedSimulator.Source}).", nameof(directory));
        if (!options.Json)
            Console.WriteLine($"{BarsCommand.Machine()}; {options.Days} simulated days, {options.Rounds} rounds, processor seconds (median)");
        var rows = new List<ComparisonRow>();
        foreach (var (policy, algorithm) in Rules)
        {
            var row = Compare(simulator, policy, algorithm, options);
            rows.Add(row);
            if (!options.Json)
                Console.WriteLine(row);
        }

        if (options.Json)
            Console.WriteLine(JsonSerializer.Serialize(new { machine = BarsCommand.Machine(), days = options.Days, rows }, Indented));
        return rows.TrueForAll(r => r.SameJobs) ? 0 : 1;
    }

    private static ComparisonRow Compare(PublishedSimulator simulator, string policy, string algorithm, PublishedOptions options)
    {
        var scenario = PaperFleet.Published(options.Days * SecondsPerDay);
        var spec = new PolicySpec(policy);
        // Compiled in all its tiers before it counts, as the other side's imports are.
        for (var run = 0; run < WarmUps; run++)
            Simulator.Run(scenario, spec, scenario.Seed);
        var theirs = new List<(double CpuS, long Completed)>();
        var ours = new List<(double CpuS, long Completed)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            theirs.Add(simulator.Run(algorithm, scenario.HorizonS, scenario.Seed));
            var begun = Environment.CpuUsage.TotalTime;
            var result = Simulator.Run(scenario, spec, scenario.Seed);
            ours.Add(((Environment.CpuUsage.TotalTime - begun).TotalSeconds, result.Jobs.Completed));
        }

        return new ComparisonRow(
            policy, RunMeter.Median(theirs.Select(r => r.CpuS)), RunMeter.Median(ours.Select(r => r.CpuS)), theirs[0].Completed, ours[0].Completed);
    }
}
