using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>How many denoising steps are chosen.</summary>
internal static class StepsSection
{
    public static void Write(HtmlReport report, GenerationStudyView view)
    {
        var section = report.Section("Denoising steps");
        section.Paragraph("More steps make better images, which earn more, and take longer, which makes others late. A rule with fixed steps takes the nearest that can still be in time.");
        section.Figure(Histogram(view, view.Shown), "", FigureWidth.Half);
        if (view.Oracle is { } oracle && oracle != view.Shown)
            section.Figure(Histogram(view, oracle), "", FigureWidth.Half);
        var steps = view.Days.Day.Steps;
        section.Details("Quality of an image by steps", d => d.Figure(new LineChart(new(
            "Quality by denoising steps", "Quality curves of the models.", new Axis("denoising steps"), new Axis("quality") { Low = 0, High = 1.05 },
            [.. view.Days.Day.Providers.Select((p, i) => new LineSeries(p.Model.Name, i, [.. steps.Select(c => (double)c)], [.. steps.Select(c => p.Model.Quality.At(c))]))])),
            "The curves that are built in are uncalibrated placeholders; `controlplane calibrate quality` fits them to measurements."));
    }

    private static BarChart Histogram(GenerationStudyView view, GenerationPolicyDays policy)
    {
        var (steps, names) = (view.Days.Day.Steps, view.Names);
        var matrices = policy.Days.Select(d => d.StepChoices).ToArray();
        var all = (double)matrices.Sum(m => m.Total);
        double Share(int provider, int step) =>
            matrices.Sum(m => Enumerable.Range(0, view.Days.Day.Deadlines.Count).Sum(k => m[provider, k, step])) / Math.Max(1, all);
        return new BarChart(new(
            $"Steps chosen by {policy.Policy.Label}", $"Stacked bars of the share of jobs by number of steps under {policy.Policy.Label}.", new Axis("share of jobs") { Format = ValueFormat.Percent },
            [.. steps.Select(c => $"{c} steps")],
            [.. names.Select((name, i) => new BarSeries(name, i, [.. steps.Select((_, s) => Share(i, s))]))])
        { Layout = BarLayout.Stacked });
    }
}
