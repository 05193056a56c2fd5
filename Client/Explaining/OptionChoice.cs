using ControlPlane.Fleet.Decisions;
using ControlPlane.Policies;

namespace ControlPlane.Client.Explaining;

/// <summary>Which options of a decision are shown: a policy that scores every GPU count of every site has more than anybody reads.</summary>
internal static class OptionChoice
{
    private const int FewOfSite = 3;
    private const int MostUncut = 24;

    /// <summary>The options to show, in their order; those left out are counted.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="all">Whether nothing is left out.</param>
    public static (IReadOnlyList<ScoredOption> Shown, IReadOnlyList<string> Notes) Of(ExplainedDecision decision, bool all)
    {
        var options = decision.Explanation.Options;
        if (all || options.Count <= MostUncut)
            return (options, []);
        var kept = options.Where(o => o.Mask == MaskReason.None).GroupBy(o => o.Site).SelectMany(site => site.Take(FewOfSite)).ToHashSet(ReferenceEqualityComparer.Instance);
        var shown = options.Where(o => o.Mask != MaskReason.None || kept.Contains(o) || ReferenceEquals(o, decision.Chosen) || ReferenceEquals(o, decision.RunnerUp)).ToList();
        return (shown, [$"{options.Count - shown.Count} of {options.Count} options left out, the best {FewOfSite} of each site are shown: --all for all."]);
    }
}
