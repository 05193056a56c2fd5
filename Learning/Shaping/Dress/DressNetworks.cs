using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Critics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>The networks of a reward agent: the denoising chain that proposes, and twin critics of what was proposed.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DressNetworks<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths and seed.</param>
    public DressNetworks(DressSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var random = new RandomStream(settings.Seed, "dress/networks");
        Chain = new(settings, random);
        Critics = new(() => RewardCritic.Of<T>(settings), random);
    }

    /// <summary>From a condition to the distribution of a reward.</summary>
    public DenoisingChain<T> Chain { get; }

    /// <summary>Value of a proposed reward under a condition.</summary>
    public TwinCritics<T> Critics { get; }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("chain", Chain);
        state.Within("critics", Critics);
    }
}
