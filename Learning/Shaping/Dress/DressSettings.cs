using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>Settings of a reward agent; what is not given is as DRESS's public code has it.</summary>
/// <param name="Condition">Numbers of a condition, ≥ 1: a state and an action side by side, of a size near 1.</param>
public sealed record DressSettings(int Condition)
{
    /// <summary>M: numbers of the latent value that is denoised, ≥ 1.</summary>
    public int Latent { get; init; } = 128;

    /// <summary>W: denoising steps, ≥ 1.</summary>
    public int Steps { get; init; } = 5;

    /// <summary>How noise grows.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.VariancePreserving;

    /// <summary>Width of the denoiser's hidden layers.</summary>
    public int Hidden { get; init; } = 256;

    /// <summary>Width of the critics' hidden layers, ≥ 2; the last one before the value is half as wide.</summary>
    public int Critic { get; init; } = 256;

    /// <summary>Residual blocks of a critic, ≥ 0.</summary>
    public int CriticBlocks { get; init; } = 3;

    /// <summary>Rows of a batch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Learning rate of the denoising chain and its head, &gt; 0.</summary>
    public double ActorRate { get; init; } = 3e-4;

    /// <summary>Learning rate of the critics, &gt; 0.</summary>
    public double CriticRate { get; init; } = 1e-4;

    /// <summary>Learning rate of the temperature's logarithm, ≥ 0; 0 keeps the first one.</summary>
    public double TemperatureRate { get; init; } = 1e-4;

    /// <summary>First temperature α, &gt; 0.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Entropy aimed at, nats of a density on [-1, 1]; at most log 2.</summary>
    public double TargetEntropy { get; init; } = -1;

    /// <summary>Share by which the slow critics follow at every update, 0..1.</summary>
    public double TargetShare { get; init; } = 0.005;

    /// <summary>Largest norm of a gradient.</summary>
    public double ClipNorm { get; init; } = double.PositiveInfinity;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Widths of what a reward agent learns from: the condition stands for the state, the reward that was proposed for it for the action, the environment's
    /// reward for the reward, and the condition of the next decision for the next state.
    /// </summary>
    public TransitionLayout Layout => TransitionLayout.Continuous(Condition, actionNumbers: 1);
}
