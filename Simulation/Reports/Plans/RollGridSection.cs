using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>What all sites together buy, sell and store under what was carried out and under the plan that knew everything, beside the tariffs.</summary>
internal static class RollGridSection
{
    public static void Write(HtmlReport report, RollRun run, PlanView view)
    {
        var section = report.Section("Grid and prices");
        LineChart Both(string title, string unit, Func<JointPlan, PlanAccount, IEnumerable<double>> bySlot) => view.Lines(
            title, new Axis("all sites", unit) { FromZero = true },
            run.Foresight is { Plan: { } plan, Account: { } account }
                ? [view.Line(RollRun.Names[0], 0, bySlot(plan, account)), view.Line(RollRun.Names[1], 1, bySlot(view.Plan, view.Account))]
                : [view.Line(RollRun.Names[1], 1, bySlot(view.Plan, view.Account))]);
        IEnumerable<double> Sum(Func<int, double> at) => Enumerable.Range(0, view.Instance.Slots).Select(at);
        section.Figure(Both("Import", "MW", (plan, _) => Sum(t => plan.Sites.Sum(site => site.ImportMw[t]))), "", FigureWidth.Half);
        if (view.Plan.Sites.Concat(run.Foresight.Plan?.Sites ?? []).Any(site => site.ExportMw.Any(mw => mw > 1e-9)))
            section.Figure(Both("Export", "MW", (plan, _) => Sum(t => plan.Sites.Sum(site => site.ExportMw[t]))), "", FigureWidth.Half);
        section.Figure(Both("Stored", "MWh", (_, account) => Sum(t => account.Sites.Sum(site => site.StoredMwh[t]))), "Energy in all batteries at the end of each slot.", FigureWidth.Half);
        section.Figure(Both("Emissions", "t", (_, account) => Sum(t => account.Sites.Sum(site => site.EmissionsT[t]))), "", FigureWidth.Half);
        WorthSection.Tariffs(section, view);
    }
}
