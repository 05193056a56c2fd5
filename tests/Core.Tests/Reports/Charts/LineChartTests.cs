using System.Text.RegularExpressions;
using System.Xml.Linq;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed partial class LineChartTests
{
    private static readonly Axis X = new("time", "", AxisKind.Time);
    private static readonly Axis Y = new("power", "kW");

    [Fact]
    public void A_gap_is_drawn_as_a_gap()
    {
        var line = Line(Draw(new LineSeries("a", 0, [0, 1, 2, 3, 4], [5, 6, double.NaN, 7, 5])));
        Assert.Equal(2, line.Count(c => c == 'M'));
        Assert.DoesNotContain("NaN", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_does_not_pull_the_axis_to_zero()
    {
        var svg = Draw(new LineSeries("a", 0, [0, 1, 2], [105, double.NaN, 109]));
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value == "0" && e.Attribute("text-anchor")?.Value == "end");
    }

    [Fact]
    public void A_point_between_gaps_is_a_dot()
    {
        var svg = Draw(new LineSeries("a", 0, [0, 1, 2], [double.NaN, 6, double.NaN]));
        Assert.Single(svg.Descendants(), e => e.Attribute("class")?.Value == "mk s0");
        Assert.DoesNotContain(svg.Descendants(), e => e.Attribute("class")?.Value.StartsWith("ln", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(AxisKind.Linear)]
    [InlineData(AxisKind.Log)]
    public void A_chart_without_data_says_so(AxisKind kind)
    {
        var chart = new LineChart(new("t", "d", X, Y with { Kind = kind }, [new LineSeries("a", 0, [], [])]));
        Assert.Contains("no data", AllChartsTests.Parse(chart.ToSvg(ChartSize.Compact, new IdSource())).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_off_a_log_axis_are_counted_in_a_note()
    {
        var chart = new LineChart(new("t", "d", X, Y with { Kind = AxisKind.Log }, [new LineSeries("a", 0, [0, 1, 2, 3], [1, 0, -2, 10])]));
        Assert.Contains("2 values of 0 or less", AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource())).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_thousand_points_become_a_small_drawing_that_keeps_the_spike()
    {
        var x = Enumerable.Range(0, 30_000).Select(i => i * 20.0).ToArray();
        var y = x.Select((_, i) => (i * 7919 % 101) / 10.0).ToArray();
        y[17_000] = 1000;
        var svg = new LineChart(new("t", "d", X, Y, [new LineSeries("a", 0, x, y)])).ToSvg(ChartSize.Wide, new IdSource());
        Assert.InRange(svg.Length, 5_000, 40_000);
        var plotTop = Points(Line(AllChartsTests.Parse(svg))).Min(p => p.Y);
        Assert.InRange(plotTop, 25.9, 26.1);
    }

    [Fact]
    public void Relative_path_ends_where_the_last_point_lies()
    {
        var x = Enumerable.Range(0, 777).Select(i => i * 13.37).ToArray();
        var line = Points(Line(Draw(new LineSeries("a", 0, x, [.. x.Select(v => Math.Cos(v))]))));
        Assert.Equal(886, line[^1].X, 0.051);
    }

    [Fact]
    public void Steps_hold_a_value_until_the_next()
    {
        var chart = new LineChart(new("t", "d", X, Y, [new LineSeries("a", 0, [0, 10, 20], [1, 5, 3])]) { Step = true });
        Assert.Matches(@"^M[\d.]+ [\d.]+h[\d.]+v-[\d.]+h[\d.]+v[\d.]+$", Line(AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource()))));
    }

    [Fact]
    public void Event_labels_on_the_same_spot_take_rows_of_their_own()
    {
        var chart = new LineChart(new("t", "d", X, Y, [new LineSeries("a", 0, [0, 100], [1, 2])])
        {
            Events = [new(50, "us-west lost"), new(50, "price spike"), new(51, "us-east lost"), new(1000, "after the end")],
        });
        var svg = AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource()));
        var rows = svg.Descendants().Where(e => e.Name.LocalName == "text" && (e.Value.Contains("lost", StringComparison.Ordinal) || e.Value == "price spike")).Select(e => e.Attribute("y")!.Value).ToArray();
        Assert.Equal(3, rows.Length);
        Assert.Equal(3, rows.Distinct().Count());
        Assert.DoesNotContain("after the end", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_of_unequal_length_are_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw(new LineSeries("fifo", 0, [0, 1], [1])));
        Assert.Contains("'fifo': 2 x values but 1 y values", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Draw(new LineSeries("fifo", 0, [1, 0], [1, 1])));
    }

    private static XElement Draw(LineSeries series) =>
        AllChartsTests.Parse(new LineChart(new("t", "d", X, Y, [series])).ToSvg(ChartSize.Wide, new IdSource()));

    private static string Line(XElement svg) =>
        svg.Descendants().First(e => e.Attribute("class")?.Value is "ln" or "ln thin").Attribute("d")!.Value;

    private static List<(double X, double Y)> Points(string path)
    {
        var points = new List<(double X, double Y)>();
        var (x, y) = (0.0, 0.0);
        foreach (Match command in Command().Matches(path))
        {
            var v = Number().Matches(command.Groups["n"].Value).Select(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            var letter = command.Groups["c"].Value;
            for (var i = 0; i < v.Length; i += letter is "M" or "l" ? 2 : 1)
            {
                (x, y) = letter switch { "M" => (v[i], v[i + 1]), "l" => (x + v[i], y + v[i + 1]), "h" => (x + v[i], y), _ => (x, y + v[i]) };
                points.Add((x, y));
            }
        }
        return points;
    }

    [GeneratedRegex("(?<c>[Mlhv])(?<n>[^Mlhvz]*)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Command();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();
}
