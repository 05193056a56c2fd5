namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a job at a site with an agent.</summary>
/// <param name="Number">Number among the session's reports.</param>
/// <param name="Job">Id of the job.</param>
/// <param name="Token">Token of the order under which it ran.</param>
/// <param name="Kind">What.</param>
/// <param name="DoneUnits">Work done in this run so far, units.</param>
/// <param name="EnergyJ">Energy of this run so far, joules; null where it is not measured.</param>
/// <param name="Detail">More, for people.</param>
[GenerateSerializer, Immutable, Alias("controlplane.agent-report")]
public sealed record AgentReportRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] string Job,
    [property: Id(2)] long Token,
    [property: Id(3)] AgentReportCode Kind,
    [property: Id(4)] double DoneUnits,
    [property: Id(5)] double? EnergyJ,
    [property: Id(6)] string Detail);
