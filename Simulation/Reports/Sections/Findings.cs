using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Conclusions, each drawn from the figures of this study.</summary>
internal static class Findings
{
    private const double WorthSaying = 0.95;

    public static IEnumerable<string> Of(StudyView view) =>
        ((string?[])[BestPolicy(view), Saving(view), Growing(view), Closest(view), Fastest(view), SameEnergy(view), Lost(view)]).OfType<string>();

    private static string? BestPolicy(StudyView view)
    {
        if (view.Best is not { } best)
            return view.Options.ServiceBudgetS is { } none ? $"**No policy** with a steady queue keeps a mean service time of {NumberFormat.Duration(none)}." : null;
        var above = best.HasFrontier ? $", {Words.Value(best, Metrics.AboveFrontier)} above the least possible at its service time" : "";
        var figures = $"{Words.Value(best, Metrics.JoulesPerUnit)} at a mean service time of {NumberFormat.Duration(best.Mean(Metrics.ServiceMean))}{above}";
        if (view.Policies.Count == 1)
            return $"{Words.Name(best)} keeps its queue steady and takes {figures}.";
        var among = view.Options.ServiceBudgetS is { } budgetS
            ? $"among the policies with a steady queue that keep a mean service time of {NumberFormat.Duration(budgetS)}" : "among the policies with a steady queue";
        return $"**Least energy** {among}: {Words.Name(best)}, {figures}.";
    }

    private static string? Saving(StudyView view)
    {
        if (view.Best is not { } best || best == view.Reference)
            return null;
        var (reference, saved) = (view.Reference, view.SavedJ());
        if (!double.IsFinite(saved.Mean))
            return null;
        var share = NumberFormat.Percent(Math.Abs(saved.Mean) / reference.Mean(Metrics.JoulesPerUnit));
        var paired = saved.HalfWidth > 0 ? " (on the same seeds)" : "";
        var jobs = best.Mean(Metrics.Completed) - reference.Mean(Metrics.Completed);
        var more = $"{NumberFormat.Count(Math.Abs(jobs))} {(jobs >= 0 ? "more" : "fewer")} jobs completed";
        return $"**Against** {Words.Name(reference)} that is {Words.Value(saved with { Mean = Math.Abs(saved.Mean) }, 3)}{NumberFormat.UnitSpace}J/unit or {share} "
            + $"{(saved.Mean >= 0 ? "less" : "more")}{paired}, with {more}.";
    }

    private static string? Growing(StudyView view)
    {
        if (view.Growing.Count == 0)
            return view.Policies.Count > 1 ? "**Every policy** keeps up with the load: no queue grows." : null;
        var worst = view.Growing.Max(p => p.Mean(Metrics.WaitingAtEnd));
        var plural = view.Growing.Count == 1 ? "does not keep up: its queue grows" : "do not keep up: their queues grow";
        return $"**Growing queues:** {Words.Names(view.Growing)} {plural}, to {NumberFormat.Count(worst)} waiting jobs{(view.Growing.Count == 1 ? "" : " at most")} at the end. "
            + "Their energy and times are those of the jobs they did, not of all jobs, and do not compare with the others'.";
    }

    private static string? Closest(StudyView view) =>
        view.Steady.Count > 1 && view.Least(Metrics.AboveFrontier) is { } closest && closest != view.Best
            ? $"**Closest to the frontier:** {Words.Name(closest)}, {Words.Value(closest, Metrics.AboveFrontier)} above it: {Words.Value(closest, Metrics.JoulesPerUnit)} at "
                + $"{NumberFormat.Duration(closest.Mean(Metrics.ServiceMean))} of service."
            : null;

    private static string? Fastest(StudyView view) =>
        view.Steady.Count > 1 && view.Least(Metrics.TotalMean) is { } fastest && fastest != view.Best
            ? $"**Fastest:** {Words.Name(fastest)}; {NumberFormat.Duration(fastest.Mean(Metrics.TotalMean))} from submission to completion on average, "
                + $"for {Words.Value(fastest, Metrics.JoulesPerUnit)}."
            : null;

    /// <summary>What the energy of the policy furthest from the frontier could buy.</summary>
    private static string? SameEnergy(StudyView view)
    {
        var candidates = view.Steady.Where(p => p.HasFrontier && SameEnergyS(p) < WorthSaying * p.Of(r => r.WorkServiceS).Mean).ToArray();
        if (candidates.Length == 0)
            return null;
        var furthest = candidates.MaxBy(p => p.Mean(Metrics.AboveFrontier))!;
        return $"**Room left:** with the energy that {Words.Name(furthest)} takes, the best possible policy would serve a job in {NumberFormat.Duration(SameEnergyS(furthest))} "
            + $"instead of {NumberFormat.Duration(furthest.Of(r => r.WorkServiceS).Mean)}.";
    }

    private static double SameEnergyS(PolicyView policy) => policy.Of(r => r.Frontier?.ServiceAtSameEnergyS ?? double.NaN).Mean;

    private static string? Lost(StudyView view)
    {
        if (view.Policies.All(p => p.Runs.All(r => r.Interruptions == 0)))
            return null;
        var most = view.Policies.MaxBy(p => p.Mean(Metrics.LostWork))!;
        return $"**Interruptions:** losses, failures and preemptions ended up to {NumberFormat.Count(view.Policies.Max(p => p.Mean(Metrics.Interruptions)))} runs of jobs; "
            + $"at most {Words.Value(most, Metrics.LostWork)} of the work was thrown away ({Words.Name(most)}).";
    }
}
