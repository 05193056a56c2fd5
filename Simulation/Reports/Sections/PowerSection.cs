using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Fleet power over time.</summary>
internal static class PowerSection
{
    private const int Columns = 90;

    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("Power over time");
        var bins = TimeBins.Of(view.Scenario.HorizonS, view.Scenario.SampleEveryS, Columns);
        if (view.Policies.All(p => p.Runs.All(r => r.Series.TimeS.Count == 0)))
        {
            section.Paragraph("No sample of power was taken.");
            return;
        }
        section.Paragraph(Reading(view, bins));
        section.Figure(Chart(view, "Power of the whole fleet", view.Focus, bins), TimeChart.Caption(view));
        var rest = view.Policies.Except(view.Focus).ToArray();
        if (rest.Length == 0)
            return;
        section.Details($"Power under the other {Words.PolicyCount(rest.Length)}", d =>
        {
            foreach (var part in rest.Chunk(StudyView.MostLines))
                d.Figure(Chart(view, "Power of the whole fleet: " + Words.List(part.Select(p => p.Label)), part, bins));
        });
    }

    private static string Reading(StudyView view, TimeBins bins)
    {
        var (least, most) = (view.Policies.MinBy(p => p.Mean(Metrics.MeanPower))!, view.Policies.MaxBy(p => p.Mean(Metrics.MeanPower))!);
        var text = $"Each point is a mean over {NumberFormat.Duration(bins.WidthS)}"
            + (view.HasIntervals ? "; the line is the mean of the seeds, the band their range. " : ". ");
        if (least == most)
            return text + $"The fleet draws {Words.Value(least, Metrics.MeanPower)} on average.";
        text += $"On average the fleet draws least under {Words.Name(least)} ({Words.Value(least, Metrics.MeanPower)}) "
            + $"and most under {Words.Name(most)} ({Words.Value(most, Metrics.MeanPower)}).";
        return view.Growing.Count == 0 ? text : text + " Low power is no merit by itself: a policy whose queue grows leaves GPUs asleep while jobs wait.";
    }

    private static LineChart Chart(StudyView view, string title, IReadOnlyList<PolicyView> policies, TimeBins bins) => new(new(
        title, $"Mean fleet power over time under {Words.List(policies.Select(p => p.Label))}.",
        TimeChart.TimeAxis(view), new Axis("fleet power", "kW"), [.. policies.Select(p => SeedBand.Line(p, bins, (s, k) => s.PowerW[k] / 1000.0))])
    { Events = view.Events.Markers });
}
