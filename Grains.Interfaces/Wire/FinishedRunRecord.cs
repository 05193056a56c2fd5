namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A run that is complete, as far as it tells how fast its site is and what it draws.</summary>
/// <param name="Allocation">Its GPUs and clock level.</param>
/// <param name="Units">The work that it did, units.</param>
/// <param name="StartS">When it started.</param>
/// <param name="EndS">When it ended.</param>
/// <param name="PowerW">What it drew, W.</param>
[GenerateSerializer, Immutable, Alias("controlplane.finished-run")]
public readonly record struct FinishedRunRecord(
    [property: Id(0)] AllocationRecord Allocation,
    [property: Id(1)] double Units,
    [property: Id(2)] double StartS,
    [property: Id(3)] double EndS,
    [property: Id(4)] double PowerW);
