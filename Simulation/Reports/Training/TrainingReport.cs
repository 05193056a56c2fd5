using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Simulation.Reports.Training;

/// <summary>The report of a training: its learning curves in one self-contained HTML file. The same rounds give the same bytes.</summary>
public static class TrainingReport
{
    private const string Loss = "loss";

    /// <summary>The report, to be written as UTF-8.</summary>
    /// <param name="study">The training.</param>
    /// <param name="options">Provenance.</param>
    /// <exception cref="ArgumentException">There is no seed.</exception>
    public static string Html(TrainingStudy study, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        if (study.Curves.Count == 0)
            throw new ArgumentException("There is no seed to report on.", nameof(study));
        var report = new HtmlReport($"Training of {study.Learner}", $"Learned from {study.Scenario.Name}.").KeyFigures(KeyFigures(study));
        HeldOut(report, study);
        Figures(report, study);
        return report.ProducedBy(Provenance(study, options)).ToHtml();
    }

    private static void HeldOut(HtmlReport report, TrainingStudy study)
    {
        var section = report.Section("Runs that it did not learn from");
        section.Paragraph(
            "Now and then the model decides in runs with seeds of their own, at several budgets of the mean service time and several loads. **Above the frontier** is the energy per unit of true work "
            + "above the least that is possible at the service time that came about; **over budget** is by how much service and waiting took longer than asked for. The best model is that with the "
            + "least sum of the two.");
        section.Figure(
            CurveChart.Of("Held-out energy above the frontier", new Axis("above the frontier", "%") { FromZero = true }, study.Curves, r => r.HeldOut?.EnergyAbovePercent ?? double.NaN),
            study.Curves.Count > 1 ? "Thick: the mean over seeds with its 95 % interval. Thin: the seeds." : "");
        section.Figure(CurveChart.Of("Held-out time over budget", new Axis("over budget", "%") { FromZero = true }, study.Curves, r => r.HeldOut?.OverBudgetPercent ?? double.NaN), width: FigureWidth.Half);
        section.Figure(CurveChart.Of("The sum, by which models are compared", new Axis("score", "%") { FromZero = true }, study.Curves, r => r.HeldOut?.Score ?? double.NaN), width: FigureWidth.Half);
        section.Table(new("The best model of each seed", [TableColumn.OfText("seed"), new("rounds"), new("decisions"), new("updates"), new("best round"),
            new("above the frontier", "%", Best: BestValue.Lowest), new("over budget", "%", Best: BestValue.Lowest)], [.. study.Curves.Select(Row)]));
    }

    private static void Figures(HtmlReport report, TrainingStudy study)
    {
        var section = report.Section("How learning goes");
        section.Paragraph("The learner's own numbers after the last update of every round.");
        foreach (var (name, index) in study.FigureNames.Select((n, i) => (n, i)).OrderByDescending(f => f.n == Loss))
        {
            var title = char.ToUpperInvariant(name[0]) + name[1..];
            section.Figure(CurveChart.Of(title, new Axis(name), study.Curves, r => r.Figures[index]), width: name == Loss ? FigureWidth.Full : FigureWidth.Half);
        }
    }

    private static IReadOnlyList<TableCell> Row(TrainingCurve curve)
    {
        var (last, best) = (curve.Last, curve.Best);
        return
        [
            TableCell.Text($"{curve.Seed}"), TableCell.Count(last?.Round ?? 0), TableCell.Count(last?.Decisions ?? 0), TableCell.Count(last?.Updates ?? 0),
            best is null ? TableCell.Text("") : TableCell.Count(best.Round), TableCell.Fixed(best?.HeldOut?.EnergyAbovePercent ?? double.NaN, 2), TableCell.Fixed(best?.HeldOut?.OverBudgetPercent ?? double.NaN, 2),
        ];
    }

    private static IEnumerable<KeyFigure> KeyFigures(TrainingStudy study)
    {
        var best = study.Curves.Select(c => c.Best).OfType<TrainingRound>().Select(r => r.HeldOut!.Value).ToArray();
        if (best.Length > 0)
        {
            var (above, over) = (Estimate.Of(best.Select(h => h.EnergyAbovePercent)), Estimate.Of(best.Select(h => h.OverBudgetPercent)));
            yield return new KeyFigure("Above the frontier", NumberFormat.Fixed(above.Mean, 2), "%", Note(above));
            yield return new KeyFigure("Over budget", NumberFormat.Fixed(over.Mean, 2), "%", Note(over));
        }

        yield return new KeyFigure("Decisions", NumberFormat.Count(study.Curves.Max(c => c.Last?.Decisions ?? 0)), "", "the most of a seed");
        yield return new KeyFigure("Updates", NumberFormat.Count(study.Curves.Max(c => c.Last?.Updates ?? 0)), "", "the most of a seed");
    }

    private static string Note(Estimate estimate) =>
        $"best model, held-out runs{(estimate.HalfWidth > 0 ? $", ± {NumberFormat.Fixed(estimate.HalfWidth, 2)} over seeds" : "")}";

    private static Provenance Provenance(TrainingStudy study, ReportOptions options) => new(
        options.ProductVersion, study.Scenario.Name, SeedText.Of([.. study.Curves.Select(c => c.Seed)]), options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", "none: telemetry.csv of each seed has the rounds")
    {
        Extra = [("Learner", study.Learner)],
    };
}
