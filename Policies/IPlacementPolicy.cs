using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies;

/// <summary>
/// Decides where a job goes when it is submitted and, as the rule at the sites, what it gets when it starts. An instance serves one run and one thread.
/// </summary>
public interface IPlacementPolicy : IPlacementRule, IAllocationRule, IExplainedRule
{
    /// <summary>Whether a waiting job is placed anew, possibly elsewhere, each time a job finishes at its site (CHSAC-AF, published code).</summary>
    bool ReplacesOnFinish => false;

    /// <summary>A job is done: feedback for policies that learn.</summary>
    /// <param name="run">Its last run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    void Completed(in Run run, int site, double nowS)
    {
    }

    /// <summary>How every option of a decision scores now. Changes nothing, draws nothing.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known of the fleet now.</param>
    Explanation Explain(in Job job, FleetView view);

    /// <inheritdoc/>
    int IExplainedRule.Rank(in Job job, FleetView view, Span<RankedOption> best) => Ranking.Of(Explain(job, view), best);
}
