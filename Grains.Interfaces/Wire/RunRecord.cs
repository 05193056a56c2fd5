namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job on GPUs.</summary>
/// <param name="Item">The job and what was left of it at the start.</param>
/// <param name="Allocation">Its GPUs and clock level.</param>
/// <param name="SecondsPerUnit">Speed, s/unit.</param>
/// <param name="PowerW">Power in watts.</param>
/// <param name="StartS">When it started.</param>
/// <param name="FinishS">When it will finish if nothing interrupts it.</param>
/// <param name="Slot">Its place in the data centre's table of runs.</param>
/// <param name="Generation">Distinguishes the runs that used the slot one after another.</param>
[GenerateSerializer, Immutable, Alias("controlplane.run")]
public sealed record RunRecord(
    [property: Id(0)] WorkRecord Item,
    [property: Id(1)] AllocationRecord Allocation,
    [property: Id(2)] double SecondsPerUnit,
    [property: Id(3)] double PowerW,
    [property: Id(4)] double StartS,
    [property: Id(5)] double FinishS,
    [property: Id(6)] int Slot,
    [property: Id(7)] int Generation);
