namespace ControlPlane.Grains.Shaping;

/// <summary>How the reward shapers of a silo work. All silos of a region need the same.</summary>
public sealed class RewardShaperOptions
{
    /// <summary>Steps of learning from one version to the next, ≥ 1.</summary>
    public int VersionEvery { get; set; } = 1_000;

    /// <summary>Versions that are kept, ≥ 1; numbers go on.</summary>
    public int MostVersions { get; set; } = 8;

    /// <summary>The most bytes of a shaper's versions and labels together: they are written whole with every version.</summary>
    public long MostBytes { get; set; } = 64L << 20;

    /// <summary>Decisions that may wait, ≥ 1; further ones are dropped and counted.</summary>
    public int Queue { get; set; } = 8_192;

    /// <summary>Steps of learning that may wait, ≥ 1.</summary>
    public int MostSteps { get; set; } = 10_000;

    // Tests hold learning up with it; on the shaper's thread.
    internal Action? BeforeStep { get; set; }
}
