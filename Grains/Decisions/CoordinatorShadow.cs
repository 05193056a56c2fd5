using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>What a region's shadow said. Apart from the rest of the state, because it changes with every report of a worker.</summary>
[GenerateSerializer, Immutable, Alias("controlplane.coordinator-shadow")]
public sealed record CoordinatorShadow
{
    /// <summary>The publication with which the shadow began; 0 before the first.</summary>
    [Id(0)]
    public long Began { get; init; }

    /// <summary>What workers told of it.</summary>
    [Id(1)]
    public ShadowTallyRecord? Tally { get; init; }
}
