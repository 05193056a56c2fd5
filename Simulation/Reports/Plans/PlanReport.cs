using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>The report of a joint plan: one self-contained HTML file.</summary>
public static class PlanReport
{
    /// <summary>The report as one HTML file, to be written as UTF-8.</summary>
    /// <param name="instance">What was planned for.</param>
    /// <param name="result">The plan.</param>
    /// <param name="options">Provenance and files beside it.</param>
    /// <exception cref="ArgumentException">There is no plan to report on.</exception>
    public static string Html(JointInstance instance, JointResult result, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var view = new PlanView(instance, result);
        var report = new HtmlReport($"Plan {instance.Name}", Subtitle(view)).KeyFigures(KeyFigures(view));
        if (result.Message is { } message)
            report.Banner(NoteKind.Warning, "Solver.", message);
        if (view.Account.Violations.Count > 0)
            report.Banner(NoteKind.Warning, "Rules are broken.", $"What this plan leaves out breaks {view.Account.Violations.Count} rules of the instance: {string.Join("; ", view.Account.Violations.Take(3))}.");
        ScheduleSection.Write(report, view, options);
        EnergySection.Write(report, view, options);
        WorthSection.Write(report, view);
        PlanMoneySection.Write(report, view);
        return report.ProducedBy(new Provenance(
            options.ProductVersion, instance.Name, "see the instance's name", options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", "none: a plan is no run")
        { Extra = [("Solver", result.Solver), ("Time of all solves", NumberFormat.Duration(result.Time.TotalSeconds))] }).ToHtml();
    }

    private static string Subtitle(PlanView view) =>
        $"{VariantNames.Of(view.Result.Variant)}: {VariantNames.Summary(view.Result.Variant)}. {view.Instance.Sites.Count} sites, {view.Instance.Slots} slots of {NumberFormat.Duration(view.SlotS)}, "
        + $"{view.Instance.Jobs.Count} jobs, {view.Instance.Classes.Count} inference classes. Planned by {view.Result.Solver}"
        + (view.Result.Time > TimeSpan.Zero ? $" in {NumberFormat.Duration(view.Result.Time.TotalSeconds)}." : ".");

    private static IEnumerable<KeyFigure> KeyFigures(PlanView view)
    {
        var (account, result) = (view.Account, view.Result);
        yield return new KeyFigure(
            "Benefit", NumberFormat.Fixed(account.Money.BenefitUsd, 0), "USD",
            double.IsFinite(result.GapUsd) ? $"at most {NumberFormat.Fixed(result.GapUsd, 0)} USD ({NumberFormat.Percent(result.Gap, 2)}) below the best" : "distance to the best not known");
        yield return new KeyFigure("Jobs", $"{account.JobsRun} of {account.JobsOffered}", "", "run to their end in time");
        yield return new KeyFigure(
            "Inference", NumberFormat.Percent(account.DemandGpuH > 0 ? 1 - account.UnservedGpuH / account.DemandGpuH : 1, 1), "served", $"{NumberFormat.Fixed(account.UnservedGpuH, 1)} GPU-h are not");
        yield return new KeyFigure("Energy bill", NumberFormat.Fixed(account.Money.EnergyBillUsd, 0), "USD", "with carbon, wear and units, less export");
        yield return new KeyFigure(
            "Emissions", NumberFormat.Fixed(account.EmissionsT, 2), "t CO₂", view.Instance.Carbon.BudgetT is { } budget ? $"budget {NumberFormat.Fixed(budget, 2)} t" : "no budget");
    }
}
