namespace ControlPlane.Learning.Diffusion;

/// <summary>Settings of a conditional diffusion model.</summary>
/// <param name="Condition">Numbers of a condition, ≥ 0.</param>
public sealed record DiffusionSettings(int Condition)
{
    /// <summary>Numbers that are modelled, M ≥ 1.</summary>
    public int Width { get; init; } = 1;

    /// <summary>Steps W ≥ 1.</summary>
    public int Steps { get; init; } = 5;

    /// <summary>How noise grows.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.VariancePreserving;

    /// <summary>Widths of the denoiser's hidden layers, at least one.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>Rows of a batch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Learning rate, &gt; 0.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>Share by which the copy that is sampled from follows, 0..1.</summary>
    public double CopyShare { get; init; } = 0.005;

    /// <summary>Largest size of a clean value: values are standardised.</summary>
    public double Limit { get; init; } = 3;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }
}
