using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Critics;

/// <summary>
/// Two networks for the value Q(s, a) of an action that is made of numbers, and copies of them that follow slowly. The smaller of two values that were learned
/// apart is less often too great (Fujimoto et al., ICML 2018).
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class TwinCritics<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws the networks.</summary>
    /// <param name="newCritic">Lays out one of them: from a state and an action side by side to one number.</param>
    /// <param name="random">From what they are drawn.</param>
    public TwinCritics(Func<Layer<T>> newCritic, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(newCritic);
        (Critics, Slow) = ([newCritic(), newCritic()], [newCritic(), newCritic()]);
        for (var twin = 0; twin < 2; twin++)
        {
            Critics[twin].Initialise(new UniformInitialiser(), random);
            Slow[twin].CopyFrom(Critics[twin]);
        }

        Parameters = [.. Critics[0].Parameters, .. Critics[1].Parameters];
    }

    /// <summary>The twins.</summary>
    public IReadOnlyList<Layer<T>> Critics { get; }

    /// <summary>Their slow copies.</summary>
    public IReadOnlyList<Layer<T>> Slow { get; }

    /// <summary>All parameters of the twins.</summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>Moves the slow copies towards the twins.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="share">Share of the twins, 0..1.</param>
    public void Follow(ITensorBackend<T> backend, double share)
    {
        for (var twin = 0; twin < 2; twin++)
            Slow[twin].Follow(backend, Critics[twin], share);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var twin = 0; twin < 2; twin++)
        {
            state.Within($"critic{twin}", Critics[twin]);
            state.Within($"slow{twin}", Slow[twin]);
        }
    }
}
