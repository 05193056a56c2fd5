using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Shaping;

/// <summary>What a shaper keeps besides its versions; written when it is configured and when somebody joins.</summary>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-state")]
public sealed record ShaperState
{
    /// <summary>The layout that this version writes and reads.</summary>
    public const int PresentLayout = 1;

    /// <summary>Layout in which it was written.</summary>
    [Id(0)]
    public int Layout { get; init; } = PresentLayout;

    /// <summary>What it was configured with; null before that.</summary>
    [Id(1)]
    public ShaperSetup? Setup { get; init; }

    /// <summary>The learner that is heard; 0 before one joined.</summary>
    [Id(2)]
    public long Stream { get; init; }
}
