using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Protocol;

/// <summary>Asks a rule and keeps its answer for the journal; in a replay it has the answer and no rule.</summary>
internal sealed class DecidedRule : IAllocationRule
{
    /// <summary>The rule; null in a replay.</summary>
    public IAllocationRule? Rule { get; set; }

    /// <summary>The answer; none (0 GPUs) if the site did not ask.</summary>
    public Allocation Answer { get; set; }

    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        if (Rule is not null)
            Answer = Rule.Allocate(item, site) is { Gpus: not 0 } some ? some : default;
        return Answer;
    }

    /// <summary>To ask a rule.</summary>
    public DecidedRule Ask(IAllocationRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        (Rule, Answer) = (rule, default);
        return this;
    }

    /// <summary>To repeat an answer.</summary>
    public DecidedRule Repeat(Allocation answer)
    {
        (Rule, Answer) = (null, answer);
        return this;
    }
}
