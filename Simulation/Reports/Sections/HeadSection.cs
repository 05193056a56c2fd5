using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Title, what the scenario is, a mark when the study is partial, and the key figures.</summary>
internal static class HeadSection
{
    public static HtmlReport Begin(StudyView view)
    {
        var scenario = view.Scenario;
        var title = scenario.Title.Length > 0 ? scenario.Title : scenario.Name;
        var report = new HtmlReport(string.IsNullOrWhiteSpace(title) ? "Study" : title, scenario.Description);
        if (view.Study.Partial)
            report.Banner(NoteKind.Warning, "Partial results.", PartialText(view));
        return report.KeyFigures(KeyFigures(view));
    }

    private static string PartialText(StudyView view)
    {
        var runs = view.Study.Policies.SelectMany(p => p.Runs).ToArray();
        var whole = runs.Count(r => !r.Partial);
        var planned = (double)view.Study.Seeds.Count * view.Study.Policies.Count;
        var text = $"The study was cancelled before its end. Of {NumberFormat.Count(planned)} runs of these policies, {NumberFormat.Count(whole)} reached the end of the scenario";
        var cut = runs.Where(r => r.Partial).ToArray();
        if (cut.Length > 0)
        {
            var (least, most) = (NumberFormat.Duration(cut.Min(r => r.EndS)), NumberFormat.Duration(cut.Max(r => r.EndS)));
            text += $"; {Words.Count(cut.Length, "run")} stopped {(least == most ? "at " + least : $"between {least} and {most}")} of {NumberFormat.Duration(view.Scenario.HorizonS)}";
        }
        return text + ". Runs cut short count only for policies without a whole run, and those are marked. Seeds may be missing: compare with care.";
    }

    private static IEnumerable<KeyFigure> KeyFigures(StudyView view)
    {
        var shown = view.Shown;
        var energy = shown.Of(Metrics.JoulesPerUnit);
        var label = view.Best is null ? $"Energy under {shown.Label}" : view.Options.ServiceBudgetS is { } s
            ? $"Least energy within {NumberFormat.Duration(s)} of service" : view.Policies.Count == 1 ? "Energy" : "Least energy with a steady queue";
        yield return new KeyFigure(label, NumberFormat.Fixed(energy.Mean, 3), Metrics.JoulesPerUnit.Unit, shown.Label + Interval(energy, 3));
        if (shown.HasFrontier)
        {
            yield return new KeyFigure(
                "Above the frontier", NumberFormat.Fixed(shown.Mean(Metrics.AboveFrontier), 2), "%", "what the best possible policy could still save at the same service time");
        }
        if (double.IsFinite(view.SavedJ().Mean))
            yield return Saved(view);
        yield return new KeyFigure(
            "Fleet power", NumberFormat.Fixed(shown.Mean(Metrics.MeanPower), 1), "kW", $"{shown.Label}, mean over the run");
        yield return new KeyFigure(
            "Service time", NumberFormat.Duration(shown.Mean(Metrics.ServiceMean)), "", $"mean; {NumberFormat.Duration(shown.Mean(Metrics.TotalMean))} from submission to completion");
        yield return new KeyFigure(
            "Jobs", NumberFormat.Count(shown.Mean(Metrics.Completed)), "", $"completed of {NumberFormat.Count(shown.Mean(Metrics.Submitted))} submitted{(shown.Runs.Count > 1 ? " a run" : "")}");
    }

    private static KeyFigure Saved(StudyView view)
    {
        var (saved, reference) = (view.SavedJ().Mean, view.Reference);
        return new KeyFigure(
            saved >= 0 ? $"Saved against {reference.Label}" : $"More than {reference.Label}",
            NumberFormat.Fixed(Math.Abs(saved) / reference.Mean(Metrics.JoulesPerUnit) * 100, 1), "%", "energy per unit of work done");
    }

    private static string Interval(Estimate estimate, int decimals) =>
        estimate.HalfWidth > 0 ? $", ± {NumberFormat.Fixed(estimate.HalfWidth, decimals)}" : "";
}
