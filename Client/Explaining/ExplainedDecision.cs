using ControlPlane.Fleet.Decisions;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Client.Explaining;

/// <summary>A decision about a job with all that was known.</summary>
/// <param name="TimeS">When, seconds.</param>
/// <param name="Explanation">How every option scored.</param>
/// <param name="Placement">What was decided.</param>
/// <param name="Sites">What was known of the sites, by site index.</param>
internal sealed record ExplainedDecision(double TimeS, Explanation Explanation, Placement Placement, IReadOnlyList<SiteSnapshot> Sites)
{
    /// <summary>What the shield did when it replaced the policy's decision; null when that stands.</summary>
    public Intervention? Intervention { get; init; }

    /// <summary>The option that was chosen; null when the job was held. A policy may list several allocations of a site.</summary>
    public ScoredOption? Chosen
    {
        get
        {
            var there = Explanation.Options.Where(o => o.Site == Placement.Site).ToList();
            return there.Find(o => o.Allocation == Placement.Wanted) ?? there.FirstOrDefault();
        }
    }

    /// <summary>The best feasible option that was not chosen; null if there is none or options have no scores.</summary>
    public ScoredOption? RunnerUp =>
        Explanation.Options.FirstOrDefault(o => o.Mask == MaskReason.None && o.Score is not null && !ReferenceEquals(o, Chosen));
}
