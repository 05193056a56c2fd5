using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>How a job left a site. The site repeats it until its home has acknowledged it.</summary>
/// <param name="Number">Number among the site's reports to this home, ascending by one.</param>
/// <param name="Token">Token of the assignment under which the job was here.</param>
/// <param name="Kind">How it left.</param>
/// <param name="Item">The job and what is left of it: nothing when it is done.</param>
/// <param name="AtS">When it left.</param>
/// <param name="StartS">When its last run began, if it was running.</param>
/// <param name="Allocation">What it ran on, if it was running.</param>
/// <param name="EnergyJ">Energy of its last run, joules.</param>
public readonly record struct SiteReport(
    long Number,
    long Token,
    ReportKind Kind,
    WorkItem Item,
    double AtS,
    double StartS,
    Allocation Allocation,
    double EnergyJ);
