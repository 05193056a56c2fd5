using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;

namespace ControlPlane.Learning.Sac;

/// <summary>
/// The weight α of the entropy, tuned so that the entropy meets a target: the loss is log α · (entropy - target), so that α falls while the policy is more
/// random than wanted, and rises while it is less.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class Temperature<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Parameter<T> _logarithm = new("logarithm", 1, 1);
    private readonly Adam<T> _adam;

    /// <summary>Begins at a temperature.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="first">First α, &gt; 0.</param>
    /// <param name="rate">Learning rate of its logarithm; 0 keeps it.</param>
    public Temperature(ITensorBackend<T> backend, double first, double rate)
    {
        _logarithm.Value[0, 0] = T.CreateTruncating(Math.Log(first));
        _adam = new(backend, [_logarithm], new ConstantRate(rate), new());
    }

    /// <summary>α.</summary>
    public double Value => Math.Exp(double.CreateTruncating(_logarithm.Value[0, 0]));

    /// <summary>Takes a step.</summary>
    /// <param name="entropy">Mean entropy of the policy.</param>
    /// <param name="target">Mean target.</param>
    public void Update(double entropy, double target)
    {
        _logarithm.Gradient[0, 0] = T.CreateTruncating(entropy - target);
        _adam.Step();
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("", _logarithm);
        state.Within("adam", _adam);
    }
}
