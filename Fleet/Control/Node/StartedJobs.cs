using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>Asks rules and notes to which jobs they gave GPUs, in order.</summary>
/// <param name="ruleFor">The rule for a job.</param>
internal sealed class StartedJobs(Func<JobId, IAllocationRule> ruleFor) : IAllocationRule
{
    /// <summary>The jobs, with why the shield replaced what the rule gave them; null if it did not.</summary>
    public List<(JobId Job, string? Replaced)> Jobs { get; } = [];

    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var rule = ruleFor(item.Job.Id);
        var allocation = rule.Allocate(item, site);
        if (allocation.Gpus > 0)
            Jobs.Add((item.Job.Id, (rule as IExplainedRule)?.Replaced));
        return allocation;
    }
}
