using BenchmarkDotNet.Attributes;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>One placement decision of every policy, with a site's report before it.</summary>
public class DecisionBenchmarks
{
    private DecisionStand _stand = null!;

    [ParamsSource(nameof(Policies))]
    public string Policy { get; set; } = "";

    [Params(8, 100, 1_000)]
    public int Sites { get; set; }

    public static IEnumerable<string> Policies => PolicyCatalog.WithoutRates.Select(p => p.Name);

    [GlobalSetup]
    public void Setup() => _stand = new DecisionStand(Policy, Sites);

    [Benchmark]
    public Placement Decide() => _stand.Decide();
}
