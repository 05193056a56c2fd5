using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a data centre reports about itself.</summary>
/// <param name="Site">Site index.</param>
/// <param name="UpGpus">GPUs in working order.</param>
/// <param name="FreeGpus">Working GPUs without a job.</param>
/// <param name="Running">Running jobs.</param>
/// <param name="Queued">Waiting jobs.</param>
/// <param name="Accepting">Whether it takes new jobs.</param>
/// <param name="IsUp">False while the site is lost.</param>
/// <param name="IsDraining">True while it takes no new jobs on an operator's order.</param>
/// <param name="PowerW">Present power in watts.</param>
/// <param name="ReportedS">When this was true, in seconds.</param>
/// <param name="LastRuns">The runs that were done there last, also those of earlier reports; default for none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-status")]
public sealed record SiteStatusRecord(
    [property: Id(0)] int Site,
    [property: Id(1)] int UpGpus,
    [property: Id(2)] int FreeGpus,
    [property: Id(3)] int Running,
    [property: Id(4)] int Queued,
    [property: Id(5)] bool Accepting,
    [property: Id(6)] bool IsUp,
    [property: Id(7)] bool IsDraining,
    [property: Id(8)] double PowerW,
    [property: Id(9)] double ReportedS,
    [property: Id(10)] ImmutableArray<FinishedRunRecord> LastRuns = default);
