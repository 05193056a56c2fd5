using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>What planning again and again came to, hour by hour, beside perfect foresight and no planning.</summary>
internal static class RollOutcomeSection
{
    // What rounding leaves of a demand is not missing.
    private const double RoundingGpus = 1e-6;

    public static void Write(HtmlReport report, RollStudy study, PlanView view, ReportOptions options)
    {
        var (section, run) = (report.Section("What came of it"), study.Runs[0]);
        section.Paragraph(
            "**Perfect foresight** plans once, knowing everything. **Rolling** knows the present and the jobs that are soon released; sun and wind, demand and prices ahead are forecasts. **No planning** runs jobs first come, first "
            + "served, serves inference where it arises, and uses sun and wind before the grid. "
            + (double.IsFinite(run.Foresight.GapUsd) ? $"The plan of perfect foresight is at most {NumberFormat.Fixed(run.Foresight.GapUsd, 0)} USD below the best one, so that rolling can earn a little more." : ""));
        section.Table(Table(study, options));
        section.Figure(
            view.Lines("Benefit by slot", new Axis("benefit", "USD"), Series(run, view, account => account.BenefitUsd)),
            "A job's value comes in equal parts over the slots in which it runs, what is left in batteries at the end.");
        section.Figure(view.Lines("Benefit, cumulated", new Axis("benefit", "USD"), Series(run, view, account => Cumulated(account.BenefitUsd))), "", FigureWidth.Half);
        if (run.Foresight.Account is { } best)
        {
            var behind = Cumulated([.. best.BenefitUsd.Zip(run.Rolled.Account.BenefitUsd, (a, b) => a - b)]);
            section.Figure(view.Lines("Behind perfect foresight", new Axis("benefit, cumulated", "USD"), [view.Line("rolling", 1, behind)]), "Below 0 while the plan of one who knows everything spends on what comes later.", FigureWidth.Half);
        }

        section.Figure(view.Lines("Inference not served", new Axis("GPUs") { FromZero = true }, Series(run, view, account => Unserved(view.Instance, account))), "", FigureWidth.Half);
        section.Figure(
            view.Lines("Inference asked for and served", new Axis("GPUs") { FromZero = true }, [view.Line("asked for", 9, Demand(view.Instance)), .. Series(run, view, Served)]), "Over all sites.", FigureWidth.Half);
    }

    /// <summary>A line for each of the three plans that is there, in its colour.</summary>
    public static IEnumerable<LineSeries> Series(RollRun run, PlanView view, Func<PlanAccount, IEnumerable<double>> bySlot) =>
        run.Accounts.Select((account, plan) => account is null ? null : view.Line(RollRun.Names[plan], plan, bySlot(account))).OfType<LineSeries>();

    private static double[] Demand(JointInstance instance) => [.. Enumerable.Range(0, instance.Slots).Select(t => instance.Classes.Sum(k => k.DemandGpus[t]))];

    private static IEnumerable<double> Served(PlanAccount account) => Enumerable.Range(0, account.BenefitUsd.Count).Select(t => account.Sites.Sum(site => site.InferenceGpus[t]));

    private static IEnumerable<double> Unserved(JointInstance instance, PlanAccount account) => Demand(instance).Zip(Served(account), (asked, served) => asked - served > RoundingGpus ? asked - served : 0);

    private static double[] Cumulated(IReadOnlyList<double> bySlot)
    {
        var sum = 0.0;
        return [.. bySlot.Select(usd => sum += usd)];
    }

    private static ReportTable Table(RollStudy study, ReportOptions options)
    {
        var many = study.Runs.Count > 1;
        TableCell Cell(Estimate of, int decimals) => many && of.HalfWidth > 0 ? TableCell.PlusMinus(of.Mean, of.HalfWidth) : TableCell.Fixed(of.Mean, decimals);
        var rows = RollRun.Names.Select((name, plan) =>
        {
            TableCell Of(int decimals, Func<PlanAccount, double> value) => Cell(study.Of(plan, value), decimals);
            var share = study.ShareOfForesight(plan);
            return (IReadOnlyList<TableCell>)
            [
                TableCell.Policy(name, plan), Of(0, a => a.Money.BenefitUsd), Cell(new Estimate(100 * share.Mean, 100 * share.HalfWidth, share.Count), 2), Of(0, a => a.Money.EnergyBillUsd), Of(0, a => a.JobsRun),
                Of(0, a => a.JobsOffered), Of(1, a => a.UnservedGpuH), Of(2, a => a.EmissionsT), Of(2, a => a.OverBudgetT),
            ];
        });
        return new ReportTable(
            many ? $"Means of {study.Runs.Count} instances, ± 95 % interval" : "The three plans, replayed with everything as it really was",
            [
                TableColumn.OfText("plan"), new("benefit", "USD"), new("of foresight", "%"), new("energy bill", "USD"), new("jobs run"), new("of"), new("unserved", "GPU-h"), new("emissions", "t"), new("above budget", "t"),
            ],
            [.. rows])
        {
            CsvFile = options.CsvFiles.FirstOrDefault(file => file.EndsWith("roll.csv", StringComparison.Ordinal)) ?? "",
        };
    }
}
