using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What was run and what came out, in sentences computed from the figures.</summary>
internal static class FindingsSection
{
    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section(view.Policies.Count == 1 ? "In short" : "Findings");
        section.Paragraph(Setting(view));
        string[] findings = [.. Findings.Of(view)];
        if (findings.Length > 0)
            section.Bullets(findings);
    }

    private static string Setting(StudyView view)
    {
        var scenario = view.Scenario;
        var fleet = scenario.Fleet;
        var runs = view.Policies.SelectMany(p => p.Runs).ToArray();
        var text = $"{Words.Sentence(Words.Count(fleet.SiteCount, "data centre"))} with {NumberFormat.Count(fleet.Sites.Sum(s => (double)s.GpuCount))} GPUs and "
            + $"{Words.Count(fleet.Ingresses.Count, "ingress", "ingresses")} over {NumberFormat.Duration(scenario.HorizonS)}; "
            + $"{NumberFormat.Count(runs.Average(r => (double)r.Jobs.Submitted))} jobs arrive{Size(runs)}. ";
        if (view.Policies.Count > 1)
            text += $"{Words.Sentence(Words.PolicyCount(view.Policies.Count))} had to place the same jobs. ";
        return text + Seeds(view);
    }

    private static string Size(RunResult[] runs)
    {
        var meanUnits = runs.Average(r => r.MeanSizeUnits);
        return double.IsFinite(meanUnits) ? $", {NumberFormat.Significant(meanUnits, 4)} units of work each on average" : "";
    }

    private static string Seeds(StudyView view)
    {
        var (least, most) = (view.Policies.Min(p => p.Runs.Count), view.Policies.Max(p => p.Runs.Count));
        if (most > 1)
            return $"Each figure is the mean over {(least < most ? "up to " : "")}{Words.Count(most, "seed")}, and ± is its 95 % confidence interval (Student's t).";
        return view.Policies.Count == 1
            ? "This is a single run: without further seeds there is no telling how much of it is chance."
            : "There is one run of each policy, so there are no confidence intervals: small differences may be chance.";
    }
}
