using System.Text.RegularExpressions;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed partial class HtmlReportTests
{
    [Fact]
    public void Report_is_the_same_byte_for_byte_when_built_again()
    {
        var report = Build("");
        var first = report.ToHtml();
        Assert.Equal(first, report.ToHtml());
        Assert.Equal(first, Build("").ToHtml());
    }

    [Fact]
    public void Figures_and_tables_are_numbered_in_reading_order_and_ids_are_unique()
    {
        var html = Build("").ToHtml();
        Assert.Equal(Enumerable.Range(1, SampleCharts.All().Count).Select(i => $"Figure {i}"), FigureNumber().Matches(html).Select(m => m.Value));
        Assert.Contains("Table 1", html, StringComparison.Ordinal);
        var ids = Id().Matches(html).Select(m => m.Groups["id"].Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Contains("href=\"#sec3\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text_everywhere()
    {
        var html = Build("<img src=x onerror=alert(1)>\"'&").ToHtml();
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)>\"", html, StringComparison.Ordinal);
        Assert.Single(Script().Matches(html));
    }

    [Fact]
    public void Report_loads_nothing_from_elsewhere()
    {
        var html = Build("").ToHtml().Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Best_values_are_emphasised_with_all_that_print_the_same()
    {
        var table = new ReportTable("t", [TableColumn.OfText("p"), new("e", Best: BestValue.Lowest), new("n", Best: BestValue.Highest), new("s", Best: BestValue.Highest)],
        [
            [TableCell.Text("a"), TableCell.Fixed(1.001, 2), TableCell.Count(5), TableCell.Count(7)],
            [TableCell.Text("b"), TableCell.Fixed(1.002, 2), TableCell.Count(9), TableCell.Count(7)],
            [TableCell.Text("c"), TableCell.Fixed(double.NaN, 2), TableCell.Count(8), TableCell.Count(7)],
            [TableCell.Text("d"), TableCell.Fixed(1.5, 2), TableCell.Count(double.NaN), TableCell.Count(7)],
        ]);
        var report = new HtmlReport("r");
        report.Section("s").Table(table);
        Assert.Equal(["1.00", "1.00", "9"], Best().Matches(report.ToHtml()).Select(m => m.Groups["v"].Value));
        Assert.Contains("<td class=\"n\">–</td>", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_refuses_rows_of_the_wrong_length() =>
        Assert.Throws<ArgumentException>(() => new HtmlReport("r").Section("s").Table(new ReportTable("t", [TableColumn.OfText("p")], [[]])));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:x")]
    [InlineData("/etc/passwd")]
    [InlineData("../up.csv")]
    [InlineData("a\\b.csv")]
    public void Links_lead_only_to_files_beside_the_report(string path)
    {
        Assert.Throws<ArgumentException>(() => TableCell.Link("x", path));
        Assert.Throws<ArgumentException>(() => new HtmlReport("r").Section("s").Table(new ReportTable("t", [], []) { CsvFile = path }));
    }

    [Fact]
    public void Link_to_a_file_with_spaces_is_encoded()
    {
        var report = new HtmlReport("r");
        report.Section("s").Table(new ReportTable("t", [], []) { CsvFile = "data/a \"b\".csv" });
        Assert.Contains("href=\"data/a%20%22b%22.csv\"", report.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a `b<c` d", "a <code>b&lt;c</code> d")]
    [InlineData("**bold** and *not*", "<strong>bold</strong> and *not*")]
    [InlineData("open ` tick and ** stars", "open ` tick and ** stars")]
    [InlineData("", "")]
    public void Prose_knows_code_and_strong_only(string text, string expected)
    {
        var report = new HtmlReport("r");
        report.Section("s").Paragraph(text);
        Assert.Contains($"<p>{expected}</p>", report.ToHtml(), StringComparison.Ordinal);
    }

    private static HtmlReport Build(string text)
    {
        var report = new HtmlReport("Report" + text, "sub" + text).KeyFigures(new KeyFigure("energy" + text, "9.8" + text, "J" + text, "note" + text));
        var charts = report.Section("Charts" + text).Paragraph("p" + text).Bullets("i" + text).Code("c" + text).Subheading("h" + text);
        foreach (var chart in SampleCharts.All(text).Values) charts.Figure(chart, "caption" + text, FigureWidth.Half);
        report.Section("Table" + text).Note(NoteKind.Warning, "title" + text, "note" + text)
            .Table(new ReportTable("caption" + text, [TableColumn.OfText("policy" + text), new("energy" + text, "J" + text), TableColumn.OfText("spark")],
                [[TableCell.Policy("dp" + text, 1), TableCell.Formatted(1, "1" + text), TableCell.Spark([1, 2], 1, "s" + text)]]) { CsvFile = "a.csv" });
        report.Section("More" + text).Details("fold" + text, d => d.Paragraph("inner" + text));
        return report.ProducedBy(new Provenance("1" + text, "s" + text, "1" + text, "c" + text, "h" + text) { Extra = [("l" + text, "v" + text)] });
    }

    [GeneratedRegex("Figure \\d+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FigureNumber();

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();

    [GeneratedRegex("<script", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Script();

    [GeneratedRegex("<strong class=\"best\">(?<v>[^<]*)</strong>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Best();
}
