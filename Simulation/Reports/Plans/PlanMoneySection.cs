using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>What the plan earns and costs, and how it was found.</summary>
internal static class PlanMoneySection
{
    public static void Write(HtmlReport report, PlanView view)
    {
        var section = report.Section("Money and proof");
        section.Table(Money(view));
        section.Paragraph(double.IsFinite(view.Result.GapUsd)
            ? $"No plan can earn more than {NumberFormat.Fixed(view.Result.BoundUsd, 2)} USD: this one is at most **{NumberFormat.Fixed(view.Result.GapUsd, 2)} USD** below the best, beside an energy bill of "
                + $"{NumberFormat.Fixed(view.Account.Money.EnergyBillUsd, 2)} USD. A small part of the benefit can be a large part of what scheduling saves."
            : "How far this plan is below the best one was not proved.");
        if (view.Result.Stages.Count > 0)
            section.Details("The solves on the way", d => d.Table(Stages(view)));
    }

    private static ReportTable Money(PlanView view)
    {
        var money = view.Account.Money;
        (string Item, double Usd)[] items =
        [
            ("jobs that run", money.JobsUsd), ("served inference", money.InferenceUsd), ("inference not served", -money.UnservedUsd), ("below the least share", -money.ShortfallUsd), ("import", -money.ImportUsd),
            ("export", money.ExportUsd), ("units", -money.UnitsUsd), ("battery wear", -money.WearUsd), ("curtailment", -money.CurtailmentUsd), ("carbon", -money.CarbonUsd),
            ("above the carbon budget", -money.CarbonSlackUsd), ("left in batteries", money.EndUsd), ("benefit", money.BenefitUsd),
        ];
        return new ReportTable(
            "What the plan earns and, below 0, costs", [TableColumn.OfText("item"), new("over the horizon", "USD")],
            [.. items.Where(x => x.Usd != 0).Select(x => (IReadOnlyList<TableCell>)[TableCell.Text(x.Item), TableCell.Fixed(x.Usd, 2)])]);
    }

    private static ReportTable Stages(PlanView view) => new(
        "Solves", [TableColumn.OfText("stage"), new("columns"), new("whole numbers"), new("time", "s"), new("benefit", "USD"), TableColumn.OfText("outcome")],
        [
            .. view.Result.Stages.Select(s => (IReadOnlyList<TableCell>)
                [TableCell.Text(s.Name), TableCell.Count(s.Columns), TableCell.Count(s.Integers), TableCell.Fixed(s.Time.TotalSeconds, 2), TableCell.Fixed(s.BenefitUsd, 2), TableCell.Text(s.Outcome)]),
        ]);
}
