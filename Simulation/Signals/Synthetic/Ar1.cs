using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>A first-order autoregressive process with mean 0 and variance 1.</summary>
/// <param name="memory">Correlation of a value with the next, in [0, 1).</param>
/// <param name="random">Where the draws come from: one normal a value.</param>
internal sealed class Ar1(double memory, IRandomStream random)
{
    private readonly double _innovation = Math.Sqrt(1 - memory * memory);
    private double _value = random.NextNormal(0, 1);

    public double Next() => _value = memory * _value + _innovation * random.NextNormal(0, 1);
}
