using System.Globalization;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Planned;

/// <summary>Explains a decision by a fleet plan: what every option costs, the plan's prices, and which sites its caps keep out.</summary>
internal static class PlannedExplanation
{
    private const double Micro = 1e6;
    private const string Rule =
        "The site, GPU count and clock that cost least: energy and GPU-hours at the plan's prices of the hour, service time at the price that keeps its budget. A site that keeps as many GPUs busy as planned counts as full.";

    public static Explanation Of(in Job job, FleetView view, PricedDecision decision, TimePrice time, PlanTerms terms) =>
        new(Rule, "cost, µUSD per unit", PricedExplanation.Options(job, view, decision, terms.UsdPerJ * Micro, site => Kept(view, terms, site)), Notes(view, decision, time, terms));

    private static string? Kept(FleetView view, PlanTerms terms, int site) => terms.Caps.Keeps(site)
        ? $"by plan: at most {Count(terms.Caps.MostGpus[site])} GPUs are to be busy, {view.Sites[site].BusyGpus} are or more are on the way"
        : null;

    private static List<KeyValuePair<string, string>> Notes(FleetView view, PricedDecision decision, TimePrice time, PlanTerms terms)
    {
        var notes = new List<KeyValuePair<string, string>>
        {
            new("plan", When(view, terms)),
            new("budget of the mean service time", double.IsInfinity(time.BudgetS) ? "none" : $"{time.BudgetS:F0} s"),
            new("price of service time", $"{time.Value * terms.UsdPerJ * Micro:G4} µUSD per unit and second"),
        };
        if (terms.Caps.Exceeded >= 0)
            notes.Add(new("cap exceeded", $"every allowed site with a free GPU keeps as many busy as planned: {view.Model.Sites[terms.Caps.Exceeded].Name} is least above its cap for its size"));
        for (var site = 0; site < view.Sites.Length && !terms.Plan.IsOpen; site++)
            notes.Add(new(view.Model.Sites[site].Name, Site(view, decision, terms, site)));
        notes.AddRange(decision.Tables.Notes(view.NowS));
        return notes;
    }

    private static string Site(FleetView view, PricedDecision decision, PlanTerms terms, int site)
    {
        var gpuUsdPerH = terms.GpuPrice(site) * decision.Costs.MeanJoules / decision.Costs.MeanSecondsPerUnit * terms.UsdPerJ * 3600;
        var energyUsd = terms.EnergyWeights[site] * terms.Plan.MeanUsdPerKwh;
        return $"cap {Count(terms.Caps.MostGpus[site])} of {view.Sites[site].UpGpus} GPUs, {view.Sites[site].BusyGpus} busy; energy {energyUsd:F4} USD/kWh, a GPU-hour {gpuUsdPerH:F4} USD";
    }

    private static string When(FleetView view, PlanTerms terms)
    {
        if (terms.Plan.IsOpen)
            return "none: no caps, and energy costs the same everywhere";
        var (plan, timeS) = (terms.Plan.Terms, terms.PlanTimeS(view.NowS));
        return terms.Slot >= 0
            ? $"that of {terms.Plan.Scenario}, slot {terms.Slot} of {plan.Slots}, {timeS / 3600:F1} h since its beginning"
            : $"that of {terms.Plan.Scenario} does not hold {(timeS < 0 ? "yet" : "any more")}: no caps, and mean prices of energy";
    }

    private static string Count(double gpus) => double.IsInfinity(gpus) ? "none" : Math.Floor(gpus).ToString(CultureInfo.InvariantCulture);
}
