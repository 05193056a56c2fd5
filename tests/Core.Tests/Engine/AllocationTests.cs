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
        var scenario = TestFleets.Small(horizonS: 2_000_000, ratePerS: 0.005);
        Simulator.Run(scenario, new PolicySpec(policy), 9, new RunOptions { Progress = meter.Observe });
        Assert.True(meter.Calls >= 5, $"only {meter.Calls} measurements");
        Assert.Equal(0, meter.LastBytes - meter.FirstBytes);
    }

    /// <summary>Bytes that this thread has allocated, at the first and the last call after the warm-up; there are 8 192 events between two calls.</summary>
    private sealed class Meter
    {
        public long FirstBytes { get; private set; }

        public long LastBytes { get; private set; }

        public int Calls { get; private set; }

        public void Observe(double share)
        {
            if (share < WarmUp)
                return;
            LastBytes = GC.GetAllocatedBytesForCurrentThread();
            if (Calls++ == 0)
                FirstBytes = LastBytes;
        }
    }
}
