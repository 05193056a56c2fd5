using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>
/// The networks by which a condition becomes a latent value out of noise, in W steps with the same weights: one takes in the condition, one the step, and the trunk
/// says from both and the noisy value what the noise is. A linear head makes the two numbers of a distribution of the result.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DenoisingChain<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers by which a step is told to the trunk.</summary>
    public const int StepWidth = 16;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths and steps.</param>
    /// <param name="random">From what they are drawn.</param>
    public DenoisingChain(DressSettings settings, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Schedule = new(settings.Schedule, settings.Steps);
        ConditionEncoder = Mlp.Of<T>([settings.Condition, settings.Hidden, settings.Hidden], Activation.Mish);
        StepEncoder = Mlp.Of<T>([StepWidth, 2 * StepWidth, StepWidth], Activation.Mish);
        Trunk = Mlp.Of<T>([settings.Latent + StepWidth + settings.Hidden, settings.Hidden, settings.Hidden, settings.Latent], Activation.Mish);
        Head = new(settings.Latent, 2);
        Parts = [ConditionEncoder, StepEncoder, Trunk, Head];
        foreach (var part in Parts)
            part.Initialise(new UniformInitialiser(), random);
        Parameters = [.. Parts.SelectMany(part => part.Parameters)];
    }

    /// <summary>Amounts of noise.</summary>
    public DiffusionSchedule Schedule { get; }

    /// <summary>All parameters.</summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; }

    internal Sequential<T> ConditionEncoder { get; }

    internal Sequential<T> StepEncoder { get; }

    internal Sequential<T> Trunk { get; }

    internal Dense<T> Head { get; }

    private IReadOnlyList<Layer<T>> Parts { get; }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("condition", ConditionEncoder);
        state.Within("step", StepEncoder);
        state.Within("trunk", Trunk);
        state.Within("head", Head);
    }
}
