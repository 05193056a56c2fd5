using System.Globalization;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class MatrixAndBarTests
{
    [Fact]
    public void Heat_cells_are_as_opaque_as_their_value_and_missing_ones_are_hatched()
    {
        var map = new HeatMap(new("t", "d", ["a"], ["x", "y", "z", "w"], [[0, 0.002, 0.4, double.NaN]]));
        var svg = AllChartsTests.Parse(map.ToSvg(ChartSize.Wide, new IdSource()));
        var cells = svg.Descendants().Where(e => e.Attribute("class")?.Value == "heat").ToArray();
        Assert.Equal(["0", "0.005", null], cells.Select(c => c.Attribute("fill-opacity")?.Value));
        Assert.Equal(["0", "<1", "40"], svg.Descendants().Where(e => e.Name.LocalName == "text" && e.Attribute("text-anchor")?.Value == "middle").Skip(4).Select(e => e.Value));
        Assert.Single(svg.Descendants(), e => e.Elements().Any(t => t.Name.LocalName == "title" && t.Value == "a, w: missing"));
    }

    [Fact]
    public void Heat_map_refuses_wrong_shapes_and_negative_values_by_name()
    {
        var shape = Assert.Throws<ArgumentException>(() => new HeatMap(new("t", "d", ["a"], ["x", "y"], [[1]])));
        Assert.Contains("row 'a': 2 column labels but 1 values", shape.Message, StringComparison.Ordinal);
        var value = Assert.Throws<ArgumentException>(() => new HeatMap(new("t", "d", ["a"], ["x"], [[-1]])));
        Assert.Contains("row 'a', column 'x': -1", value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_start_at_zero_and_are_as_long_as_their_values()
    {
        var svg = AllChartsTests.Parse(new BarChart(new("t", "d", new Axis("x"), ["a", "b", "c"], [new("s", 0, [10, 5, double.NaN])])).ToSvg(ChartSize.Wide, new IdSource()));
        var bars = svg.Descendants().Where(e => e.Attribute("class")?.Value == "bar").ToArray();
        Assert.Equal(2, bars.Length);
        double Number(int bar, string attribute) => double.Parse(bars[bar].Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
        Assert.Equal(Number(0, "x"), Number(1, "x"));
        Assert.Equal(Number(0, "width"), 2 * Number(1, "width"), 0.11);
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value == "–");
    }

    [Fact]
    public void Negative_bars_lie_left_of_zero()
    {
        var svg = AllChartsTests.Parse(new BarChart(new("t", "d", new Axis("x"), ["a", "b"], [new("s", 0, [-10, 10])])).ToSvg(ChartSize.Wide, new IdSource()));
        var bars = svg.Descendants().Where(e => e.Attribute("class")?.Value == "bar")
            .Select(e => (X: double.Parse(e.Attribute("x")!.Value, CultureInfo.InvariantCulture), Width: double.Parse(e.Attribute("width")!.Value, CultureInfo.InvariantCulture))).ToArray();
        Assert.Equal(bars[1].X, bars[0].X + bars[0].Width, 0.11);
    }

    [Fact]
    public void Stacked_segments_join_end_to_end()
    {
        var chart = new BarChart(new("t", "d", new Axis("x"), ["a"], [new("s", 0, [3]), new("u", 1, [double.NaN]), new("v", 2, [7])]) { Layout = BarLayout.Stacked });
        var bars = AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource())).Descendants().Where(e => e.Attribute("class")?.Value == "bar sep")
            .Select(e => (X: double.Parse(e.Attribute("x")!.Value, CultureInfo.InvariantCulture), Width: double.Parse(e.Attribute("width")!.Value, CultureInfo.InvariantCulture))).ToArray();
        Assert.Equal(2, bars.Length);
        Assert.Equal(bars[1].X, bars[0].X + bars[0].Width, 0.11);
        Assert.Equal(7 / 3.0, bars[1].Width / bars[0].Width, 0.01);
    }

    [Fact]
    public void Bar_chart_refuses_log_axes_wrong_lengths_and_negative_stacks()
    {
        Assert.Throws<ArgumentException>(() => new BarChart(new("t", "d", new Axis("x", "", AxisKind.Log), ["a"], [new("s", 0, [1])])));
        Assert.Throws<ArgumentException>(() => new BarChart(new("t", "d", new Axis("x"), ["a", "b"], [new("s", 0, [1])])));
        Assert.Throws<ArgumentException>(() => new BarChart(new("t", "d", new Axis("x"), ["a"], [new("s", 0, [-1])]) { Layout = BarLayout.Stacked }));
    }

    [Fact]
    public void Scatter_names_points_that_have_no_place()
    {
        var chart = new ScatterWithCurve(new("t", "d", new Axis("x", "", AxisKind.Log), new Axis("y"), [new("a", 0, 1, 1), new("b", 1, 0, 1), new("c", 2, 10, double.NaN)]));
        Assert.Contains("Without a place on the axes: b, c.", AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource())).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Sparkline_has_a_gap_where_values_are_missing()
    {
        var svg = AllChartsTests.Parse(Sparkline.ToSvg([1, 2, double.NaN, 3, 4], 5, "queue <7 d>"));
        Assert.Equal("queue <7 d>", svg.Elements().First().Value);
        Assert.Equal(2, svg.Descendants().First(e => e.Attribute("class")?.Value == "ln thin").Attribute("d")!.Value.Count(c => c == 'M'));
        Assert.DoesNotContain(AllChartsTests.Parse(Sparkline.ToSvg([], 0, "none")).Descendants(), e => e.Name.LocalName == "path");
    }
}
