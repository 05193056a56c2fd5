using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Learned;

/// <summary>Explains a decision by prices: every feasible option with its whole cost, and the prices.</summary>
internal static class PricedExplanation
{
    private const string Rule =
        "The site, GPU count and clock that cost least: energy above sleep, service time at the price that keeps its budget, and capacity at its learned price.";

    public static Explanation Of(in Job job, FleetView view, PricedDecision decision, TimePrice time) =>
        new(Rule, "cost, J per unit", Options(job, view, decision, 1, _ => null), Notes(view, decision, time));

    /// <summary>All options, the best first and masked ones last.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="decision">The decision, evaluated for the job.</param>
    /// <param name="unit">What a joule is in the unit of the scores.</param>
    /// <param name="because">Why the policy takes a feasible site with a free GPU for masked.</param>
    public static List<ScoredOption> Options(in Job job, FleetView view, PricedDecision decision, double unit, Func<int, string?> because)
    {
        var options = new List<ScoredOption>();
        var costs = decision.Costs;
        for (var site = 0; site < view.Sites.Length; site++)
        {
            var mask = Feasibility.CheckFree(job, view.Sites[site]);
            var isOpen = false;
            for (var gpus = 1; gpus <= costs.Levels; gpus++)
            {
                var option = site * costs.Levels + gpus - 1;
                if (!decision.Mask[option])
                    continue;
                isOpen = true;
                options.Add(new ScoredOption(site, decision.Options[option].Allocation, decision.Scores[option] * costs.MeanJoules * unit, MaskReason.None));
            }

            if (!isOpen)
                options.Add(new ScoredOption(site, view.Model.Tables[site].Efficient(1), null, mask == MaskReason.None ? MaskReason.NoFreeGpu : mask) { Because = mask == MaskReason.None ? because(site) : null });
        }

        options.Sort((x, y) => (x.Score ?? double.PositiveInfinity).CompareTo(y.Score ?? double.PositiveInfinity));
        return options;
    }

    private static List<KeyValuePair<string, string>> Notes(FleetView view, PricedDecision decision, TimePrice time)
    {
        var costs = decision.Costs;
        var notes = new List<KeyValuePair<string, string>>
        {
            new("budget of the mean service time", double.IsInfinity(time.BudgetS) ? "none" : $"{time.BudgetS:F0} s"),
            new("price of service time", $"{time.Value * 1000:F3} mJ per unit and second"),
            new("estimated load", $"{decision.Load.LoadUnitsPerS(view.NowS):F0} units/s"),
        };
        notes.AddRange(decision.Tables.Notes(view.NowS));
        if (decision.Prices.IsEmpty)
            return notes;
        var scale = costs.MeanJoules / costs.MeanSecondsPerUnit;
        for (var site = 0; site < view.Sites.Length; site++)
        {
            var prices = decision.Prices.Slice(site * costs.Levels, costs.MostGpus(site));
            notes.Add(new($"learned price of {view.Model.Sites[site].Name}", $"{prices[0] * scale:F2} J per GPU-second on 1 GPU, {prices[^1] * scale:F2} on {prices.Length}"));
        }

        var quantiles = decision.Baseline;
        notes.Add(new(
            "cost of what follows, against the mean",
            $"{-quantiles[quantiles.Length / 2] * costs.MeanJoules:F2} J per unit of mean jobs; quantiles {string.Join(' ', quantiles.ToArray().Select(q => $"{-q * costs.MeanJoules:F1}"))}"));
        return notes;
    }
}
