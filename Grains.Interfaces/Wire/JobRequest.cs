namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job as its submitter asks for it.</summary>
/// <param name="Id">Its number, chosen by the submitter, unique in the region, ≥ 1: submitting it again changes nothing.</param>
/// <param name="SizeUnits">Work in units, finite, &gt; 0.</param>
/// <param name="Constraint">The sites it may run at; null = all.</param>
/// <param name="Priority">Greater waits before others at a site, 0 to 9.</param>
/// <param name="DeadlineS">When it should be done, seconds of the region's time; infinite for whenever.</param>
[GenerateSerializer, Immutable, Alias("controlplane.job-request")]
public readonly record struct JobRequest(
    [property: Id(0)] long Id,
    [property: Id(1)] double SizeUnits,
    [property: Id(2)] SiteSetRecord? Constraint,
    [property: Id(3)] int Priority = 0,
    [property: Id(4)] double DeadlineS = double.PositiveInfinity);
