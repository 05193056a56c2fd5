using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Shaping;

/// <summary>Learns nothing and leaves rewards as they are.</summary>
/// <typeparam name="T">As the learner's.</typeparam>
public sealed class NoShaper<T> : IRewardShaper<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public bool IsReady => false;

    /// <inheritdoc/>
    public void Decided(ReadOnlySpan<float> state, int action)
    {
        // Nobody asks for it.
    }

    /// <inheritdoc/>
    public void Paid(double reward, bool isPayOut, bool isEnd)
    {
        // Nobody asks for it.
    }

    /// <inheritdoc/>
    public double Train() => double.NaN;

    /// <inheritdoc/>
    public void Shape(TransitionBatch<T> batch)
    {
        // Rewards stay as they are.
    }

    /// <inheritdoc/>
    public void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards) => rewards.Fill(paid / rewards.Length);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        // There is nothing to keep.
    }
}
