using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Distributions of service time and of total time.</summary>
internal static class LatencySection
{
    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("How long jobs take");
        var served = view.Policies.Where(p => p.Service.Count > 0).ToArray();
        if (served.Length == 0)
        {
            section.Paragraph("No job was completed.");
            return;
        }
        section.Paragraph(
            "Two clocks for the same jobs. **Service time** counts from start to finish on GPUs, as published comparisons do; **total time** from submission to completion is what a user "
            + "feels: transfer, wait and service. " + Gap(served));
        section.Figure(Boxes("Service time", served, p => p.Service), width: FigureWidth.Half);
        section.Figure(Boxes("Total time", served, p => p.Total), width: FigureWidth.Half);
        var drawn = view.Focus.Intersect(served).ToArray();
        if (drawn.Length == 0)
            return;
        section.Figure(Curves("Share of jobs served within a time", drawn, p => p.Service), width: FigureWidth.Half);
        section.Figure(Curves("Share of jobs completed within a time", drawn, p => p.Total), width: FigureWidth.Half);
        section.Paragraph("Only completed jobs are counted"
            + (view.Growing.Count == 0 ? "." : ": where a queue grows, the jobs that wait longest are not among them, and the total times shown are too short."));
    }

    /// <summary>The policy whose jobs wait longest in proportion to their service.</summary>
    private static string Gap(PolicyView[] served)
    {
        var widest = served.MaxBy(p => p.Total.Mean / p.Service.Mean)!;
        return widest.Total.Mean < 1.1 * widest.Service.Mean
            ? "Here the two hardly differ: jobs start almost at once."
            : $"They differ most under {Words.Name(widest)}: {NumberFormat.Duration(widest.Service.Mean)} of service, {NumberFormat.Duration(widest.Total.Mean)} in total, on average.";
    }

    private static BoxRowChart Boxes(string title, PolicyView[] policies, Func<PolicyView, Distribution> distribution) => new(new(
        title, $"Quantiles of {title.ToLowerInvariant()} by policy.", new Axis(title.ToLowerInvariant(), "s", AxisKind.LogTime),
        [.. policies.Select(p => QuantileSample.Box(p.Label, p.Slot, distribution(p)))]));

    private static EcdfChart Curves(string title, PolicyView[] policies, Func<PolicyView, Distribution> distribution) => new(new(
        title, $"Cumulative distribution under {Words.List(policies.Select(p => p.Label))}.", new Axis("time", "s", AxisKind.LogTime),
        [.. policies.Select(p => QuantileSample.Of(p.Label, p.Slot, distribution(p)))]) { Population = "jobs" });
}
