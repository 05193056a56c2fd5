namespace ControlPlane.Learning.Published;

/// <summary>Settings of the published hybrid SAC; what is not given is as its code has it.</summary>
/// <param name="Features">Numbers of a state, ≥ 1.</param>
/// <param name="Heads">Choices of every independent part of an action, for example 8 sites and 8 numbers of GPUs.</param>
public sealed record PublishedSettings(int Features, IReadOnlyList<int> Heads)
{
    /// <summary>What each cost may be; above it the excess is priced.</summary>
    public IReadOnlyList<double> CostLimits { get; init; } = [];

    /// <summary>Rows of a batch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Transitions kept, ≥ 1.</summary>
    public int Capacity { get; init; } = 200_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 1_000;

    /// <summary>Width of every hidden layer and of the latent state.</summary>
    public int Width { get; init; } = 256;

    /// <summary>Outputs of each critic.</summary>
    public int Quantiles { get; init; } = 32;

    /// <summary>Learning rate of everything.</summary>
    public double Rate { get; init; } = 3e-4;

    /// <summary>Largest norm of a gradient: of the critics together, and of encoder and actor together.</summary>
    public double ClipNorm { get; init; } = 5;

    /// <summary>First temperature α, &gt; 0.</summary>
    public double Temperature { get; init; } = 0.2;

    /// <summary>Target entropy in nats. The published one is meant for continuous actions and cannot be reached by discrete ones.</summary>
    public double TargetEntropy { get; init; } = -3;

    /// <summary>Share by which the target critics follow at every update.</summary>
    public double TargetShare { get; init; } = 0.005;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }
}
