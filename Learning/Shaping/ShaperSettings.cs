using ControlPlane.Learning.Diffusion;

namespace ControlPlane.Learning.Shaping;

/// <summary>Settings of a <see cref="RewardShaper{T}"/>.</summary>
/// <param name="Features">Numbers of a state, ≥ 1; of order one, since they are taken as they are.</param>
/// <param name="Actions">Actions, ≥ 1.</param>
public sealed record ShaperSettings(int Features, int Actions)
{
    /// <summary>What is made of it.</summary>
    public ShapingMode Mode { get; init; } = ShapingMode.Decomposition;

    /// <summary>What labels are learned with.</summary>
    public EstimatorKind Estimator { get; init; } = EstimatorKind.Diffusion;

    /// <summary>
    /// How much shaping counts, ≥ 0: ω of a decomposition, (1 - ω) r + ω r̂, at most 1; η of a potential, r + η (γ Φ' - Φ).
    /// </summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether the condition is there; without it all states and actions are alike to the estimator (an ablation).</summary>
    public bool IsConditioned { get; init; } = true;

    /// <summary>Discount of the rewards after a decision, (0, 1]: of potentials only.</summary>
    public double Discount { get; init; } = 0.99;

    /// <summary>Decisions whose rewards a potential looks forward to, ≥ 1.</summary>
    public int Horizon { get; init; } = 36;

    /// <summary>Standard deviations that are added to the mean, as the diffusion's spread says: 0 for the mean, more for optimism. Of diffusions only.</summary>
    public double Optimism { get; init; }

    /// <summary>Numbers in which the diffusion works, M: 1 for the label itself, more for a fixed code of it with so many numbers.</summary>
    public int Latent { get; init; } = 1;

    /// <summary>Steps of the diffusion, W ≥ 1.</summary>
    public int Steps { get; init; } = 5;

    /// <summary>How its noise grows.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.VariancePreserving;

    /// <summary>Widths of the estimator's hidden layers.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>Rows of a batch, ≥ 1; the same as of the batches that are shaped.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Learning rate, &gt; 0.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>Share by which the copy that is asked follows, 0..1.</summary>
    public double CopyShare { get; init; } = 0.005;

    /// <summary>The newest rows that are learned from, ≥ 1; more than any window or horizon is long.</summary>
    public int Capacity { get; init; } = 40_000;

    /// <summary>Labelled rows before rewards are shaped.</summary>
    public int WarmUp { get; init; } = 4_000;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }

    /// <summary>Numbers of a condition: state and action for a decomposition, the state for a potential.</summary>
    public int Condition => !IsConditioned ? 0 : Mode == ShapingMode.Decomposition ? Features + Actions : Features;
}
