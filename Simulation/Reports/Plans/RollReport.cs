using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>The report of planning again and again: one self-contained HTML file. Of several instances the first is shown hour by hour.</summary>
public static class RollReport
{
    /// <summary>The report as one HTML file, to be written as UTF-8.</summary>
    /// <param name="study">The runs, at least one.</param>
    /// <param name="options">Provenance and files beside it.</param>
    /// <exception cref="ArgumentException">There is no run to report on.</exception>
    public static string Html(RollStudy study, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        if (study.Runs.Count == 0)
            throw new ArgumentException("There is no run to report on.", nameof(study));
        var run = study.Runs[0];
        var view = new PlanView(run.Instance, run.Result);
        var report = new HtmlReport($"Rolling {run.Instance.Name}", Subtitle(study, view)).KeyFigures(KeyFigures(study));
        if (run.Rolled.Missed > 0)
            report.Banner(NoteKind.Warning, "Plans are missing.", $"{run.Rolled.Missed} of {run.Rolled.Plans} were not made in time; their slots went on as the plan before said.");
        if (run.Rolled.Account.Violations.Count > 0)
            report.Banner(NoteKind.Warning, "Rules are broken.", $"What was carried out breaks {run.Rolled.Account.Violations.Count} rules: {string.Join("; ", run.Rolled.Account.Violations.Take(3))}.");
        RollOutcomeSection.Write(report, study, view, options);
        RollSolvesSection.Write(report, run, view, options);
        ScheduleSection.Write(report, view, options);
        EnergySection.Write(report, view, options);
        RollGridSection.Write(report, run, view);
        PlanMoneySection.Write(report, view);
        return report.ProducedBy(new Provenance(
            options.ProductVersion, string.Join(", ", study.Runs.Select(r => r.Instance.Name)), string.Join(", ", study.Runs.Select(r => r.ForecastSeed)) + " of the forecasts",
            options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", "none: a plan is no run")
        { Extra = [("Solver", view.Result.Solver), ("Time of all plans", NumberFormat.Duration(study.Runs.Sum(r => r.Rolled.PlanningTime.TotalSeconds)))] }).ToHtml();
    }

    private static string Subtitle(RollStudy study, PlanView view) =>
        $"{view.Instance.Sites.Count} sites, {view.Instance.Slots} slots of {NumberFormat.Duration(view.SlotS)}, {view.Instance.Jobs.Count} jobs, {view.Instance.Classes.Count} inference classes, planned again and again with "
        + "forecasts that err; everything is judged with what really was."
        + (study.Runs.Count > 1 ? $" {study.Runs.Count} instances; hour by hour the first of them." : "");

    private static IEnumerable<KeyFigure> KeyFigures(RollStudy study)
    {
        var (many, runs) = (study.Runs.Count > 1 ? "mean" : "", study.Runs);
        string Of(int plan, int decimals, Func<RollRun, double> value) => NumberFormat.Fixed(runs.Where(r => r.Accounts[plan] is not null).Select(value).DefaultIfEmpty(double.NaN).Average(), decimals);
        yield return new KeyFigure("Benefit", Of(1, 0, r => r.Rolled.Account.Money.BenefitUsd), "USD", many);
        yield return new KeyFigure("Of perfect foresight", NumberFormat.Fixed(100 * study.ShareOfForesight(1).Mean, 2), "%", $"no planning: {Of(2, 0, r => r.Without.Money.BenefitUsd)} USD");
        yield return new KeyFigure("Jobs", $"{Of(1, runs.Count > 1 ? 1 : 0, r => r.Rolled.Account.JobsRun)} of {Of(1, 0, r => r.Rolled.Account.JobsOffered)}", "", $"foresight: {Of(0, runs.Count > 1 ? 1 : 0, r => r.Foresight.Account!.JobsRun)}");
        yield return new KeyFigure("Unserved", Of(1, 1, r => r.Rolled.Account.UnservedGpuH), "GPU-h", $"foresight: {Of(0, 1, r => r.Foresight.Account!.UnservedGpuH)}, no planning: {Of(2, 0, r => r.Without.UnservedGpuH)}");
        yield return new KeyFigure("Plans", NumberFormat.Trimmed(runs.Average(r => r.Rolled.Plans)), "", $"{NumberFormat.Duration(runs.Average(r => r.Rolled.PlanningTime.TotalSeconds))} in all");
    }
}
