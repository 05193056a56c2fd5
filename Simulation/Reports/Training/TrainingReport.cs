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
        var report = new HtmlReport($"Training of {study.Learner}", $"Learned from {study.Scenario}.").KeyFigures(KeyFigures(study));
        HeldOut(report, study);
        Figures(report, study);
        TrainingTimeSection.Write(report, study);
        return report.ProducedBy(Provenance(study, options)).ToHtml();
    }

    private static void HeldOut(HtmlReport report, TrainingStudy study)
    {
        var kind = study.HeldOut;
        var section = report.Section("Runs that it did not learn from");
        section.Paragraph(kind.Explanation);
        section.Figure(Chart(study, kind.Main, h => h.Main), study.Curves.Count > 1 ? "Thick: the mean over seeds with its 95 % interval. Thin: the seeds." : "");
        section.Figure(Chart(study, kind.Beside, h => h.Beside), width: FigureWidth.Half);
        if (kind.Sum is { } sum)
            section.Figure(CurveChart.Of(sum, new Axis("score", "%") { FromZero = true }, study.Curves, r => r.HeldOut?.Score ?? double.NaN), width: FigureWidth.Half);
        section.Table(new("The best model of each seed", [TableColumn.OfText("seed"), new("rounds"), new("decisions"), new("updates"), new("best round"), Column(kind.Main), Column(kind.Beside)],
            [.. study.Curves.Select(Row)]));
    }

    private static LineChart Chart(TrainingStudy study, HeldOutFigure figure, Func<HeldOutResult, double> read) =>
        CurveChart.Of(figure.Chart, new Axis(figure.Title, figure.Unit) { FromZero = !figure.IsMoreBetter }, study.Curves, r => r.HeldOut is { } heldOut ? read(heldOut) : double.NaN);

    private static TableColumn Column(HeldOutFigure figure) => new(figure.Title, figure.Unit, Best: figure.IsMoreBetter ? BestValue.Highest : BestValue.Lowest);

    private static void Figures(HtmlReport report, TrainingStudy study)
    {
        var section = report.Section("How learning goes");
        section.Paragraph("The learner's own numbers after the last update of every round." + study.HeldOut.Figures);
        foreach (var (name, index) in study.FigureNames.Select((n, i) => (n, i)).OrderByDescending(f => f.n == Loss))
            section.Figure(CurveChart.Of(Capital(name), new Axis(name), study.Curves, r => r.Figures[index]), width: name == Loss ? FigureWidth.Full : FigureWidth.Half);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static IReadOnlyList<TableCell> Row(TrainingCurve curve)
    {
        var (last, best) = (curve.Last, curve.Best);
        return
        [
            TableCell.Text($"{curve.Seed}"), TableCell.Count(last?.Round ?? 0), TableCell.Count(last?.Decisions ?? 0), TableCell.Count(last?.Updates ?? 0),
            best is null ? TableCell.Text("") : TableCell.Count(best.Round), TableCell.Fixed(best?.HeldOut?.Main ?? double.NaN, 2), TableCell.Fixed(best?.HeldOut?.Beside ?? double.NaN, 2),
        ];
    }

    private static IEnumerable<KeyFigure> KeyFigures(TrainingStudy study)
    {
        var best = study.Curves.Select(c => c.Best).OfType<TrainingRound>().Select(r => r.HeldOut!.Value).ToArray();
        if (best.Length > 0)
        {
            yield return Figure(study.HeldOut.Main, Estimate.Of(best.Select(h => h.Main)));
            yield return Figure(study.HeldOut.Beside, Estimate.Of(best.Select(h => h.Beside)));
        }

        yield return new KeyFigure("Decisions", NumberFormat.Count(study.Curves.Max(c => c.Last?.Decisions ?? 0)), "", "the most of a seed");
        yield return new KeyFigure("Updates", NumberFormat.Count(study.Curves.Max(c => c.Last?.Updates ?? 0)), "", "the most of a seed");
    }

    private static KeyFigure Figure(HeldOutFigure figure, Estimate estimate) => new(Capital(figure.Title), NumberFormat.Fixed(estimate.Mean, 2), figure.Unit, Note(estimate));

    private static string Note(Estimate estimate) =>
        $"best model, held-out runs{(estimate.HalfWidth > 0 ? $", ± {NumberFormat.Fixed(estimate.HalfWidth, 2)} over seeds" : "")}";

    private static Provenance Provenance(TrainingStudy study, ReportOptions options) => new(
        options.ProductVersion, study.Scenario, SeedText.Of([.. study.Curves.Select(c => c.Seed)]), options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", "none: telemetry.csv of each seed has the rounds")
    {
        Extra = [("Learner", study.Learner)],
    };
}
