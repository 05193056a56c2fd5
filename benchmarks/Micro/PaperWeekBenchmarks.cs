using BenchmarkDotNet.Attributes;
using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>The published week under every policy, with all metrics and the event-log hash.</summary>
public class PaperWeekBenchmarks
{
    private readonly Scenario _week = PaperFleet.Published();

    [ParamsSource(nameof(Policies))]
    public string Policy { get; set; } = "";

    public static IEnumerable<string> Policies => PolicyCatalog.WithoutRates.Select(p => p.Name);

    [Benchmark]
    public RunResult Week() => Simulator.Run(_week, PolicyModels.Load(new PolicySpec(Policy)), _week.Seed);
}
