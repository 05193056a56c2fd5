using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a data centre has and has done.</summary>
/// <param name="Status">What it reports about itself.</param>
/// <param name="Started">Runs that began here, ever.</param>
/// <param name="Finished">Jobs that were done here, ever.</param>
/// <param name="Unacknowledged">Reports that a home has not acknowledged.</param>
/// <param name="RunningJ">Energy of running jobs, joules.</param>
/// <param name="SleepingJ">Energy of sleeping GPUs, joules.</param>
/// <param name="Tenants">The jobs that it has, by number.</param>
[GenerateSerializer, Immutable, Alias("controlplane.desk-account")]
public sealed record DeskAccountRecord(
    [property: Id(0)] SiteStatusRecord Status,
    [property: Id(1)] long Started,
    [property: Id(2)] long Finished,
    [property: Id(3)] int Unacknowledged,
    [property: Id(4)] double RunningJ,
    [property: Id(5)] double SleepingJ,
    [property: Id(6)] ImmutableArray<TenantRecord> Tenants);
