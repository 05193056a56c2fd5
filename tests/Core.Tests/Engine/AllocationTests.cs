using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>A run in steady state allocates nothing: neither per event nor per sample, report or day.</summary>
public sealed class AllocationTests
{
    // Over the first third, queues, tables of runs and the event heap grow to what they need at this load.
    private const double WarmUp = 1.0 / 3;

    [Theory]
    [InlineData("least-loaded")]
    [InlineData("dp")]
    [InlineData("ucb1")]
    [InlineData("jointnf")]
    [InlineData("masked-uniform")]
    [InlineData("masked-n1")]
    [InlineData("round-robin")]
    [InlineData("weighted-round-robin")]
    [InlineData("power-of-d")]
    [InlineData("shortest-completion")]
    [InlineData("least-energy")]
    public void Run_allocates_nothing_after_its_first_third(string policy)
    {
        var meter = new Meter();
        var scenario = TestFleets.Small(horizonS: 4_000_000, ratePerS: 0.005);
        Simulator.Run(scenario, new PolicySpec(policy), 9, new RunOptions { Progress = meter.Observe });
        Assert.True(meter.Bytes.Count >= 8, $"only {meter.Bytes.Count} intervals");
        // Once, the runtime may need something for itself on this thread, such as a larger cast cache. What a run allocates per event,
        // sample or day shows in every interval.
        Assert.True(meter.Bytes.Count(b => b > 0) <= 1, $"bytes in intervals of 8192 events: {string.Join(' ', meter.Bytes)}");
    }

    /// <summary>Bytes that this thread allocates after the warm-up between two calls; there are 8 192 events between two calls.</summary>
    private sealed class Meter
    {
        private long _last = -1;

        public List<long> Bytes { get; } = new(256);

        public void Observe(double share)
        {
            if (share < WarmUp)
                return;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            if (_last >= 0)
                Bytes.Add(allocated - _last);
            _last = allocated;
        }
    }
}
