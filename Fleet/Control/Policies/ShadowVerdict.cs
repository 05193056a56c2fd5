using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Control.Policies;

/// <summary>What a shadow would have done about a decision. Differences are the shadow's choice less the one that took effect; not a number where there is nothing to compare.</summary>
/// <param name="Job">Number of the job.</param>
/// <param name="AtS">When the decision was taken.</param>
/// <param name="Done">What took effect.</param>
/// <param name="Said">What the shadow would have done; a hold where it failed.</param>
/// <param name="Failure">Why it could not decide; null if it could.</param>
/// <param name="ScoreRegret">By the scores of the policy that decided.</param>
/// <param name="EnergyJ">By the operating tables, joules.</param>
/// <param name="CompletionS">By the operating tables, seconds.</param>
public sealed record ShadowVerdict(JobId Job, double AtS, Placement Done, Placement Said, string? Failure, double ScoreRegret, double EnergyJ, double CompletionS)
{
    /// <summary>The verdict on a sound decision of a shadow.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What was known.</param>
    /// <param name="done">What took effect.</param>
    /// <param name="said">What the shadow would have done.</param>
    /// <param name="options">Options as the policy that decided scores them.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    public static ShadowVerdict Of(in Job job, FleetView view, in Placement done, in Placement said, ReadOnlySpan<RankedOption> options, double meanSizeUnits)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (done.IsHold || said.IsHold)
            return new ShadowVerdict(job.Id, view.NowS, done, said, null, double.NaN, double.NaN, double.NaN);
        var (live, other) = (ChoiceForecast.Of(job, view, done, meanSizeUnits), ChoiceForecast.Of(job, view, said, meanSizeUnits));
        var regret = said.Site == done.Site ? 0 : ScoreOf(said.Site, options) - ScoreOf(done.Site, options);
        return new ShadowVerdict(job.Id, view.NowS, done, said, null, regret, other.EnergyJ - live.EnergyJ, other.CompletionS - live.CompletionS);
    }

    /// <summary>The verdict on a shadow that could not decide.</summary>
    /// <param name="job">Number of the job.</param>
    /// <param name="atS">When the decision was taken.</param>
    /// <param name="done">What took effect.</param>
    /// <param name="failure">Why.</param>
    public static ShadowVerdict Failed(JobId job, double atS, in Placement done, string failure) =>
        new(job, atS, done, Placement.Hold, failure, double.NaN, double.NaN, double.NaN);

    private static double ScoreOf(int site, ReadOnlySpan<RankedOption> options)
    {
        foreach (ref readonly var option in options)
        {
            if (option.Site == site)
                return option.Score;
        }

        return double.NaN;
    }
}
