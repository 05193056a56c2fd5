namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job that is not running: what is left of it and what was decided for it.</summary>
/// <param name="Job">The job as submitted.</param>
/// <param name="RemainingUnits">Work left, in units.</param>
/// <param name="Wanted">The allocation that the placement decision asked for.</param>
/// <param name="Attempts">How often the job was started before.</param>
/// <param name="WaitedS">Seconds waited so far.</param>
/// <param name="WanS">Seconds in transfer so far.</param>
/// <param name="RanS">Seconds run so far in earlier attempts.</param>
/// <param name="SinceS">When the present wait began.</param>
[GenerateSerializer, Immutable, Alias("controlplane.work")]
public sealed record WorkRecord(
    [property: Id(0)] JobRecord Job,
    [property: Id(1)] double RemainingUnits,
    [property: Id(2)] AllocationRecord Wanted,
    [property: Id(3)] int Attempts,
    [property: Id(4)] double WaitedS,
    [property: Id(5)] double WanS,
    [property: Id(6)] double RanS,
    [property: Id(7)] double SinceS);
