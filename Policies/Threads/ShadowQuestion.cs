using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Policies.Threads;

/// <summary>A decision that was taken, as a shadow is asked about it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Preferred">Sites that are tried first; null for none.</param>
/// <param name="AtS">When it was taken.</param>
/// <param name="Done">What took effect.</param>
/// <param name="Options">Options as the policy that decided scores them.</param>
internal sealed record ShadowQuestion(Job Job, SiteSet? Preferred, double AtS, Placement Done, RankedOption[] Options)
{
    /// <summary>What the shadow would have done. Throws nothing.</summary>
    /// <param name="shadow">The shadow, behind its own shield.</param>
    /// <param name="mine">Its own view.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    /// <param name="countsSent">As <see cref="ShadowLimits.CountsSent"/>.</param>
    public ShadowVerdict Ask(IPlacementPolicy shadow, FleetView mine, double meanSizeUnits, bool countsSent)
    {
        try
        {
            var said = Placement.Hold;
            if (Preferred is { } preferred)
                said = shadow.Place(Job with { Constraint = preferred }, mine);
            if (said.IsHold)
                said = shadow.Place(Job, mine);
            if (!countsSent || said.Site != Done.Site)
                Release(mine, said);
            return (shadow as IExplainedRule)?.Replaced is { } failure
                ? ShadowVerdict.Failed(Job.Id, AtS, Done, failure)
                : ShadowVerdict.Of(Job, mine, Done, said, Options, meanSizeUnits);
        }
        catch (Exception error)
        {
            return Failed(InterventionText.Of(Refusal.Of(error)));
        }
    }

    /// <summary>The verdict where it has no answer.</summary>
    /// <param name="failure">Why.</param>
    public ShadowVerdict Failed(string failure) => ShadowVerdict.Failed(Job.Id, AtS, Done, failure);

    // The job went where it was sent: GPUs that the policy keeps for it elsewhere are free. It hears so as it would of a job that left, arrived and is in the report.
    private static void Release(FleetView mine, in Placement said)
    {
        if (said.IsHold)
            return;
        mine.Sent(said.Site);
        mine.Arrived(said.Site);
        mine.Report(mine.Sites[said.Site]);
    }
}
