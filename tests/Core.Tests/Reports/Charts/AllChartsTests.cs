using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed partial class AllChartsTests
{
    private const string Hostile = " </text><script>alert(1)</script> & \"'\u0001\ud800]]>";

    public static TheoryData<string, ChartSize> Every
    {
        get
        {
            var data = new TheoryData<string, ChartSize>();
            foreach (var name in SampleCharts.All().Keys)
            {
                foreach (var size in Enum.GetValues<ChartSize>()) data.Add(name, size);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Chart_is_well_formed_with_title_and_description(string name, ChartSize size)
    {
        var svg = Parse(SampleCharts.All()[name].ToSvg(size, new IdSource()));
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.False(string.IsNullOrWhiteSpace(svg.Elements().First(e => e.Name.LocalName == "title").Value));
        Assert.Equal("d", svg.Elements().First(e => e.Name.LocalName == "desc").Value);
        var ids = svg.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        foreach (var id in svg.Attribute("aria-labelledby")!.Value.Split(' ')) Assert.Contains(id, ids);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Chart_is_the_same_byte_for_byte_when_drawn_again(string name, ChartSize size)
    {
        var chart = SampleCharts.All()[name];
        var first = chart.ToSvg(size, new IdSource());
        Assert.Equal(first, chart.ToSvg(size, new IdSource()));
        Assert.Equal(first, SampleCharts.All()[name].ToSvg(size, new IdSource()));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Labels_do_not_overlap_and_stay_inside(string name, ChartSize size)
    {
        var svg = Parse(SampleCharts.All()[name].ToSvg(size, new IdSource()));
        var view = svg.Attribute("viewBox")!.Value.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(TextBox).ToArray();
        Assert.NotEmpty(boxes);
        for (var i = 0; i < boxes.Length; i++)
        {
            Assert.True(new Box(-2, -2, view[2] + 4, view[3] + 4).Contains(boxes[i].Box), $"'{boxes[i].Text}' leaves the drawing: {boxes[i].Box}");
            for (var j = 0; j < i; j++)
                Assert.False(boxes[i].Box.Overlaps(boxes[j].Box), $"'{boxes[i].Text}' {boxes[i].Box} over '{boxes[j].Text}' {boxes[j].Box}");
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Hostile_text_stays_text(string name, ChartSize size)
    {
        var svg = SampleCharts.All(Hostile)[name].ToSvg(size, new IdSource());
        var root = Parse(svg);
        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName == "script");
        Assert.Contains("<script>alert(1)</script>", root.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Numbers_of_a_drawing_are_short(string name, ChartSize size) =>
        Assert.DoesNotMatch(LongNumber(), SampleCharts.All()[name].ToSvg(size, new IdSource()));

    [Fact]
    public void Charts_of_one_document_share_no_ids()
    {
        var ids = new IdSource();
        var page = "<p>" + string.Concat(SampleCharts.All().Values.Select(c => c.ToSvg(ChartSize.Wide, ids))) + "</p>";
        var all = XDocument.Parse(page).Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Chart_alone_carries_its_style()
    {
        var svg = Parse(SampleCharts.All()["bar"].ToStandaloneSvg());
        var style = Assert.Single(svg.Elements(), e => e.Name.LocalName == "style").Value;
        Assert.Contains("--s11:", style, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", style, StringComparison.Ordinal);
    }

    internal static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    /// <summary>The inked part of a text: a little smaller than its line.</summary>
    private static (string Text, Box Box) TextBox(XElement text)
    {
        double Number(string attribute) => double.Parse(text.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
        var (x, y, width) = (Number("x"), Number("y"), TextMetrics.Width(text.Value) * 0.94);
        var anchor = text.Attribute("text-anchor")?.Value ?? "start";
        if (text.Attribute("transform") is not null) return (text.Value, new Box(x - 9, y - width, 11, width));
        return (text.Value, new Box(anchor == "middle" ? x - (width / 2) : anchor == "end" ? x - width : x, y - 9, width, 11));
    }

    [GeneratedRegex(@"(?<![#\w.])-?\d+\.\d{4,}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LongNumber();
}
