using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Energy against service time: every policy a point above the least that is possible.</summary>
internal static class FrontierSection
{
    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("Energy against service time");
        var reference = Reference(view);
        if (!view.Policies.Any(p => double.IsFinite(p.Mean(Metrics.JoulesPerUnit))))
        {
            section.Paragraph("No work was done, so there is no energy per unit of it.");
            return;
        }
        section.Paragraph(
            "A policy can save energy by letting jobs run longer, on fewer GPUs at a lower clock, or be fast and pay for it. "
            + "Left and low is good. " + (reference is null
                ? "The runs were not compared with the energy-service frontier."
                : "No policy can get below the **frontier**: it is the least energy per unit of work at each mean service time, from a linear program over all "
                + "sites, GPU counts and clocks at this load. The vertical distance of a point is what a better policy could save without making jobs slower."));
        section.Figure(Chart(view, reference), Caption(view, reference));
        if (view.Growing.Count > 0)
        {
            section.Note(
                NoteKind.Warning, "Dashed rings:",
                $"{Words.Names(view.Growing)} cannot keep up, their queues grow. A ring speaks only of the work that was done; the work still waiting is missing from it, "
                + "so it must not be compared with the other points, nor with the frontier drawn here, which carries the whole load.");
        }
    }

    /// <summary>The picture alone, as an SVG file; null when no work was done.</summary>
    public static string? Picture(StudyView view) =>
        view.Policies.Any(p => double.IsFinite(p.Mean(Metrics.JoulesPerUnit))) ? Chart(view, Reference(view)).ToStandaloneSvg() : null;

    private static ScatterWithCurve Chart(StudyView view, RunResult? reference)
    {
        var useWork = reference is not null;
        var points = view.Policies.Select(p => Point(p, useWork)).Where(p => double.IsFinite(p.X + p.Y)).ToArray();
        var curves = reference is null ? [] : (ScatterCurve[])[Curve(reference)];
        var axis = new Axis("mean service time", "s", AxisKind.LogTime);
        return new ScatterWithCurve(new(
            "Energy per unit of work against mean service time",
            $"Scatter of {points.Length} policies; the lower left is best, the frontier curve is the lower limit.",
            axis, new Axis("energy per unit of work", "J/unit"), points) { Curves = curves });
    }

    private static ScatterPoint Point(PolicyView policy, bool useWork)
    {
        var (x, y) = (policy.Of(r => useWork ? r.WorkServiceS : r.ServiceS.Mean), policy.Of(Metrics.JoulesPerUnit));
        return new ScatterPoint(policy.Label, policy.Slot, x.Mean, y.Mean)
        {
            IsHollow = policy.Backlog.IsGrowing,
            XLow = Math.Max(x.Low, x.Mean / 10),
            XHigh = x.High,
            YLow = y.Low,
            YHigh = y.High,
        };
    }

    private static ScatterCurve Curve(RunResult run) =>
        new("frontier", [.. run.Frontier!.Curve.Select(c => c.ServiceS)], [.. run.Frontier.Curve.Select(c => c.JoulesPerUnit)]) { ShadeBelow = true, RegionLabel = "impossible" };

    /// <summary>The run whose frontier is drawn: the one that did the most work per second.</summary>
    private static RunResult? Reference(StudyView view)
    {
        var candidates = view.Steady.Count > 0 ? view.Steady : view.Policies;
        return candidates.Select(p => p.First).Where(r => r.Frontier?.Curve.Count > 0).MaxBy(r => r.ServedUnitsPerS);
    }

    private static string Caption(StudyView view, RunResult? reference)
    {
        var whiskers = view.HasIntervals ? "Whiskers are 95 % intervals over seeds. " : "";
        return reference is null ? whiskers : whiskers
            + $"Service time is that of the work done (mean job size times GPU time per unit). The frontier drawn is that of the load of seed {reference.Seed} under `{reference.Policy}`, "
            + $"{NumberFormat.Count(reference.ServedUnitsPerS)} units/s; the table below holds every run against the frontier of its own load.";
    }
}
