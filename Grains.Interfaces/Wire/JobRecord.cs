namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job as it was submitted.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Ingress">Index of the ingress where it entered.</param>
/// <param name="SizeUnits">Work in units, &gt; 0.</param>
/// <param name="SubmittedS">Time of submission in seconds.</param>
/// <param name="Constraint">The sites it may run at; null = all.</param>
/// <param name="Priority">Greater waits before others at a site, 0 to 9.</param>
/// <param name="DeadlineS">When it should be done, seconds; infinite for whenever.</param>
[GenerateSerializer, Immutable, Alias("controlplane.job")]
public sealed record JobRecord(
    [property: Id(0)] long Id,
    [property: Id(1)] int Ingress,
    [property: Id(2)] double SizeUnits,
    [property: Id(3)] double SubmittedS,
    [property: Id(4)] SiteSetRecord? Constraint,
    [property: Id(5)] int Priority = 0,
    [property: Id(6)] double DeadlineS = double.PositiveInfinity);
