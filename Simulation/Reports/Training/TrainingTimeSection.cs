using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Training;

/// <summary>What training took: of each seed, and in the mean.</summary>
internal static class TrainingTimeSection
{
    private const double MicrosecondsPerS = 1e6;

    public static void Write(HtmlReport report, TrainingStudy study)
    {
        // Where the system does not tell, there is nothing to show.
        var curves = study.Curves.Where(c => double.IsFinite(c.ProcessorS) && c.Last is not null).ToList();
        if (curves.Count == 0)
            return;
        var section = report.Section("What training took");
        section.Paragraph("Processor time of the one thread of each seed, held-out runs among it. It depends on the machine; all else on this page does not.");
        section.Table(new(
            "Training time", [TableColumn.OfText("seed"), new("processor", "s"), new("of a round", "s"), new("of a decision", "µs"), new("of an update", "µs")],
            [.. curves.Select(c => Row($"{c.Seed}", c.ProcessorS, c.Last!.Round, c.Last.Decisions, c.Last.Updates)), .. curves.Count > 1 ? [Mean(curves)] : (IReadOnlyList<TableCell>[])[]]));
    }

    private static IReadOnlyList<TableCell> Mean(IReadOnlyList<TrainingCurve> curves)
    {
        var processorS = Estimate.Of(curves.Select(c => c.ProcessorS));
        var row = Row("mean", processorS.Mean, curves.Average(c => c.Last!.Round), curves.Average(c => c.Last!.Decisions), curves.Average(c => c.Last!.Updates));
        return [row[0], TableCell.PlusMinus(processorS.Mean, processorS.HalfWidth), .. row.Skip(2)];
    }

    private static IReadOnlyList<TableCell> Row(string name, double processorS, double rounds, double decisions, double updates) =>
    [
        TableCell.Text(name), TableCell.Fixed(processorS, 1), TableCell.Fixed(processorS / rounds, 2), TableCell.Number(MicrosecondsPerS * processorS / decisions, 3),
        updates > 0 ? TableCell.Number(MicrosecondsPerS * processorS / updates, 3) : TableCell.Text(""),
    ];
}
