using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>The report of a comparison of plans: one self-contained HTML file.</summary>
public static class PlanStudyReport
{
    /// <summary>The report as one HTML file, to be written as UTF-8.</summary>
    /// <param name="study">The comparison.</param>
    /// <param name="options">Provenance and files beside it.</param>
    public static string Html(PlanStudy study, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        var names = study.Instances.Select(instance => instance.Name).Concat(study.Sweep.Select(p => p.Instance)).Distinct().ToArray();
        var report = new HtmlReport(
            "Plans compared", $"{string.Join(", ", names.Take(5))}{(names.Length > 5 ? $" and {names.Length - 5} more" : "")}. Every plan is replayed and judged by the same objective.").KeyFigures(KeyFigures(study));
        if (study.Variants.Any(v => study.Of(v).Count > 0))
            WriteVariants(report.Section("The plans"), study, options);
        if (study.Sweep.Count > 0)
            SweepSection.Write(report, study, options);
        return report.ProducedBy(new Provenance(
            options.ProductVersion, string.Join(", ", names), "see the instances' names", options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", "none: plans are no runs")
        { Extra = [("Solver", string.Join(", ", study.Runs.Select(r => r.Result.Solver).Distinct()))] }).ToHtml();
    }

    private static IEnumerable<KeyFigure> KeyFigures(PlanStudy study)
    {
        if (study.Of(PlanVariant.Joint) is not { Count: > 0 } joint)
            yield break;
        yield return new KeyFigure("Joint benefit", NumberFormat.Fixed(joint.Average(r => r.Result.Account!.Money.BenefitUsd), 0), "USD", joint.Count > 1 ? $"mean of {joint.Count} instances" : joint[0].Instance.Name);
        yield return new KeyFigure("Jobs", $"{NumberFormat.Trimmed(joint.Average(r => r.Result.Account!.JobsRun))} of {NumberFormat.Trimmed(joint.Average(r => r.Result.Account!.JobsOffered))}", "", "under the joint plan");
        yield return new KeyFigure("Unserved", NumberFormat.Fixed(joint.Average(r => r.Result.Account!.UnservedGpuH), 1), "GPU-h", "inference under the joint plan");
        yield return new KeyFigure("Energy bill", NumberFormat.Fixed(joint.Average(r => r.Result.Account!.Money.EnergyBillUsd), 0), "USD", "under the joint plan");
        yield return new KeyFigure("Emissions", NumberFormat.Fixed(joint.Average(r => r.Result.Account!.EmissionsT), 2), "t CO₂", "under the joint plan");
    }

    private static void WriteVariants(HtmlSection section, PlanStudy study, ReportOptions options)
    {
        PlanVariant[] shown = [.. study.Variants.Where(v => study.Of(v).Count > 0)];
        section.Paragraph("What each plan leaves out and what that costs. Emissions mean something only beside the jobs that run and the inference that is served: a plan that does less emits less.");
        BarChart Bars(string title, Axis axis, Func<PlanRun, double> of) => new(new(
            title, $"{title}: a bar a plan.", axis, [.. shown.Select(VariantNames.Of)], [new BarSeries(title, 0, [.. shown.Select(v => study.Of(v).Average(of))])])
        { CategorySlots = [.. shown.Select(v => (int)v)] });
        section.Figure(
            shown.Contains(PlanVariant.Joint)
                ? Bars("What leaving out costs", new Axis("benefit below the joint plan's", "USD"), r => study.BelowJointUsd(r))
                : Bars("Benefit", new Axis("benefit", "USD"), r => r.Result.Account!.Money.BenefitUsd),
            "", FigureWidth.Half);
        section.Figure(Bars("Energy bill", new Axis("energy and its carbon", "USD"), r => r.Result.Account!.Money.EnergyBillUsd), "", FigureWidth.Half);
        section.Figure(Bars("Emissions", new Axis("emissions", "t CO₂"), r => r.Result.Account!.EmissionsT), "", FigureWidth.Half);
        section.Figure(Bars("Jobs that run", new Axis("jobs"), r => r.Result.Account!.JobsRun), "", FigureWidth.Half);
        section.Table(Table(shown, study, options));
    }

    private static ReportTable Table(IReadOnlyList<PlanVariant> shown, PlanStudy study, ReportOptions options)
    {
        var rows = shown.Select(variant =>
        {
            var runs = study.Of(variant);
            double Mean(Func<PlanRun, double> of) => runs.Average(of);
            return (IReadOnlyList<TableCell>)
            [
                TableCell.Policy(VariantNames.Of(variant), (int)variant), TableCell.Fixed(Mean(r => r.Result.Account!.Money.BenefitUsd), 0), TableCell.Percent(Mean(study.ShareOfJoint)),
                TableCell.Fixed(Mean(r => r.Result.Account!.Money.EnergyBillUsd), 0), TableCell.Formatted(Mean(r => r.Result.Account!.JobsRun), NumberFormat.Trimmed(Mean(r => r.Result.Account!.JobsRun))), TableCell.Fixed(Mean(r => r.Result.Account!.UnservedGpuH), 1),
                TableCell.Fixed(Mean(r => r.Result.Account!.EmissionsT), 2), TableCell.Fixed(Mean(r => r.Result.Account!.OverBudgetT), 2), TableCell.Text(VariantNames.Summary(variant)),
            ];
        });
        return new ReportTable(
            study.Instances.Count > 1 ? $"Plans, means of {study.Instances.Count} instances" : "Plans",
            [
                TableColumn.OfText("plan"), new("benefit", "USD", Best: BestValue.Highest), new("of joint"), new("energy bill", "USD"), new("jobs run"), new("unserved", "GPU-h"), new("emissions", "t"),
                new("above budget", "t"), TableColumn.OfText("what it is"),
            ],
            [.. rows])
        {
            CsvFile = options.CsvFiles.FirstOrDefault(file => file.EndsWith("plans.csv", StringComparison.Ordinal)) ?? "",
        };
    }
}
