using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Published figures beside those computed here, and what the comparison shows.</summary>
internal static class PublishedSection
{
    public static void Write(HtmlReport report, StudyView view)
    {
        if (view.Options.Published is not { Figures.Count: > 0 } published)
            return;
        var section = report.Section("The published figures");
        section.Paragraph($"What {published.Source} prints, beside the same figures computed here.");
        foreach (var table in published.Figures.GroupBy(f => f.Table))
            section.Table(Table(table.Key, [.. table]));
        section.Paragraph("✓ as printed, in every digit; ≈ within half a percent, the printed figure behind it; ≠ different.");
        WriteReproduction(section, published);
        foreach (var stand in published.Figures.Where(f => !f.IsSameAlgorithm).GroupBy(f => (f.Algorithm, f.Policy)))
            WriteStandIn(section, stand.Key.Algorithm, stand.Key.Policy, [.. stand]);
    }

    private static ReportTable Table(string name, PublishedFigure[] figures)
    {
        var metrics = figures.Select(f => (f.Metric, f.Unit)).Distinct().ToArray();
        List<TableColumn> columns = [TableColumn.OfText("published"), TableColumn.OfText("computed here with"), .. metrics.Select(m => new TableColumn(m.Metric, m.Unit))];
        var rows = figures.GroupBy(f => (f.Algorithm, f.Policy)).Select(row => (IReadOnlyList<TableCell>)
        [
            TableCell.Text(row.Key.Algorithm), TableCell.Text(row.Key.Policy),
            .. metrics.Select(m => row.FirstOrDefault(f => (f.Metric, f.Unit) == m) is { } figure ? Cell(figure) : TableCell.Text(NumberFormat.Missing)),
        ]);
        return new ReportTable($"{name}, computed here", columns, [.. rows]);
    }

    private static TableCell Cell(PublishedFigure figure)
    {
        var (ours, printed) = (NumberFormat.Fixed(figure.Ours, figure.Decimals), NumberFormat.Fixed(figure.Published, figure.Decimals));
        return TableCell.Formatted(figure.Ours, figure.Match switch
        {
            PublishedMatch.AsPrinted => ours + " ✓",
            PublishedMatch.Near => $"{ours} ≈ {printed}",
            _ => $"{ours} ≠ {printed}",
        });
    }

    private static void WriteReproduction(HtmlSection section, PublishedComparison published)
    {
        var own = published.Figures.Where(f => f.IsSameAlgorithm).ToArray();
        if (own.Length == 0)
            return;
        var names = Words.List(own.Select(f => f.Algorithm).Distinct());
        if (published.IsReproduced)
        {
            section.Note(NoteKind.Good, "Reproduced.", $"All {NumberFormat.Count(own.Length)} printed figures of {names} come out here in every digit.");
            return;
        }
        var missed = own.Where(f => f.Match != PublishedMatch.AsPrinted).ToArray();
        section.Note(
            NoteKind.Warning, "Not reproduced.", $"{NumberFormat.Count(missed.Length)} of the {NumberFormat.Count(own.Length)} printed figures of {names} come out differently here.");
    }

    private static void WriteStandIn(HtmlSection section, string algorithm, string policy, PublishedFigure[] figures)
    {
        if (figures.Any(f => f.Match == PublishedMatch.Different))
        {
            section.Note(NoteKind.Info, $"{algorithm} and {policy} differ.", $"`{policy}` is held against {algorithm} here and does not give its figures.");
            return;
        }
        var text = $"`{policy}` is not {algorithm}; all its figures agree with {algorithm}'s to half a percent nevertheless.";
        if (policy == "masked-uniform")
        {
            text += $" It learns nothing: it draws a site at random among those with a free GPU, and a GPU count at random, at the clock with the least energy. "
                + $"So the difference between {algorithm} and the other rows is not learning but the **mask**: {algorithm} may see which site has a free GPU, "
                + "while the others send jobs to all sites alike, the small ones that cannot keep up included; that is where their queues stand. "
                + "In the published code the agent could not have learned: no gradient of its critics reaches the choices of its actor, and its reward is dominated by a "
                + "penalty that hardly depends on what it does.";
        }
        section.Note(NoteKind.Info, "No learning needed.", text);
    }
}
