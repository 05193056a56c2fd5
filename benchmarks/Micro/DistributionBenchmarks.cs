using BenchmarkDotNet.Attributes;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>Recording one value: four of these a job.</summary>
public class DistributionBenchmarks
{
    private const int Values = 4096;
    private readonly Distribution _distribution = new();
    private readonly double[] _seconds = new double[Values];

    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(7, "values");
        for (var i = 0; i < Values; i++)
            _seconds[i] = 1_000 * Math.Exp(random.NextNormal(0, 0.5));
    }

    [Benchmark(OperationsPerInvoke = Values)]
    public void Record()
    {
        foreach (var seconds in _seconds)
            _distribution.Record(seconds);
    }
}
