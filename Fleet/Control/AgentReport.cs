namespace ControlPlane.Fleet.Control;

/// <summary>What became of a job at a site.</summary>
/// <param name="Number">Number among the session's reports, ascending by one from 1.</param>
/// <param name="Job">Id of the job.</param>
/// <param name="Token">Token of the order under which it ran.</param>
/// <param name="Kind">What.</param>
/// <param name="DoneUnits">Work done in this run so far, units.</param>
/// <param name="EnergyJ">Energy of this run so far, joules; null where it is not measured.</param>
/// <param name="Detail">More, for people: why it failed.</param>
public sealed record AgentReport(long Number, string Job, long Token, AgentReportKind Kind, double DoneUnits, double? EnergyJ = null, string Detail = "");
