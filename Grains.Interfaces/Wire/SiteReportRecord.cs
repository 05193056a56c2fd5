namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How a job left a site.</summary>
/// <param name="Number">Number among the site's reports to this home.</param>
/// <param name="Token">Token of the assignment under which the job was there.</param>
/// <param name="Kind">How it left.</param>
/// <param name="Item">The job and what is left of it.</param>
/// <param name="AtS">When it left.</param>
/// <param name="StartS">When its last run began.</param>
/// <param name="Allocation">What it ran on.</param>
/// <param name="EnergyJ">Energy of its last run, joules.</param>
/// <param name="Failure">Why the run failed; null when it did not.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-report")]
public readonly record struct SiteReportRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] long Token,
    [property: Id(2)] ReportCode Kind,
    [property: Id(3)] WorkRecord Item,
    [property: Id(4)] double AtS,
    [property: Id(5)] double StartS,
    [property: Id(6)] AllocationRecord Allocation,
    [property: Id(7)] double EnergyJ,
    [property: Id(8)] string? Failure = null);
