namespace ControlPlane.Grains.Shaping;

/// <summary>How far a shaper has heard a learner.</summary>
/// <param name="Stream">The learner; 0 for none.</param>
/// <param name="Number">Its last message.</param>
/// <param name="IsOpen">Whether the outcome of that message's last decision is not known yet.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-position")]
public readonly record struct ShaperPosition(
    [property: Id(0)] long Stream,
    [property: Id(1)] long Number,
    [property: Id(2)] bool IsOpen);
