using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Host.Tests;

/// <summary>Equal sizes; the draw of a given number cancels.</summary>
internal sealed record InterruptingSize(CancellationTokenSource Source, int At) : SizeDistribution
{
    private int _draws;

    public override double MeanUnits => 50_000;

    public override double Draw(IRandomStream random)
    {
        if (++_draws == At)
            Source.Cancel();
        return MeanUnits;
    }
}
