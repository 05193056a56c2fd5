using BenchmarkDotNet.Attributes;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>One event of the hold model: a pop and a push.</summary>
public class EventQueueBenchmarks
{
    private const int Events = 10_000;
    private HoldModel _model = null!;

    [Params(100, 1_000, 100_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Setup() => _model = new HoldModel(Pending);

    [Benchmark(OperationsPerInvoke = Events)]
    public double Hold() => _model.Serve(Events);
}
