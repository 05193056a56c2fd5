using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>What a coordinator keeps, written whole: it changes only when somebody publishes or activates.</summary>
[GenerateSerializer, Immutable, Alias("controlplane.coordinator-state")]
public sealed record CoordinatorState
{
    /// <summary>The layout that this version writes and reads.</summary>
    public const int PresentLayout = 4;

    /// <summary>Layout in which it was written.</summary>
    [Id(0)]
    public int Layout { get; init; } = PresentLayout;

    /// <summary>What the region was configured with; null before that.</summary>
    [Id(1)]
    public RegionSetup? Setup { get; init; }

    /// <summary>The versions that are kept, ascending, without the bytes of their models; exactly one is active.</summary>
    [Id(2)]
    public ImmutableArray<PolicyVersionRecord> Versions { get; init; } = [];

    /// <summary>Which of them decide; null before the region is configured.</summary>
    [Id(6)]
    public PolicyLifeRecord? Life { get; init; }

    /// <summary>The publication with which the present shadow began; 0 if none ever did.</summary>
    [Id(7)]
    public long ShadowBegan { get; init; }

    /// <summary>When that was.</summary>
    [Id(8)]
    public DateTimeOffset ShadowSinceUtc { get; init; }

    /// <summary>When the region was configured: its clock runs from there.</summary>
    [Id(4)]
    public DateTimeOffset StartedUtc { get; init; }

    /// <summary>What operators did, ascending.</summary>
    [Id(5)]
    public ImmutableArray<AuditRecord> Audits { get; init; } = [];
}
