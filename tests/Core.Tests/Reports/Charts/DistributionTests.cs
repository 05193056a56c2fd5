using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class DistributionTests
{
    [Fact]
    public void Quantiles_interpolate_between_order_statistics()
    {
        var sample = new SampleSeries("a", 0, [4, 1, 3, 2, double.NaN]);
        Assert.Equal(1, sample.Quantile(0));
        Assert.Equal(2.5, sample.Quantile(0.5));
        Assert.Equal(1.75, sample.Quantile(0.25));
        Assert.Equal(4, sample.Quantile(1));
        Assert.Equal(1, sample.Missing);
        Assert.Equal(2, sample.CountAtMost(2.9));
        Assert.True(double.IsNaN(new SampleSeries("b", 0, []).Quantile(0.5)));
        Assert.Throws<ArgumentException>(() => new SampleSeries("c", 0, [double.PositiveInfinity]));
    }

    [Fact]
    public void Histogram_shares_are_of_the_whole_sample_and_the_last_bin_is_closed()
    {
        var sample = new SampleSeries("a", 0, [0, 1, 2.5, 9.99, 10, 11]);
        var shares = Histogram.Shares(sample, new Scale(false, 0, 10, 0, 100), 4);
        Assert.Equal([2 / 6.0, 1 / 6.0, 0, 2 / 6.0], shares);
    }

    [Fact]
    public void Log_bins_are_equally_wide_in_the_logarithm() =>
        Assert.Equal([0.25, 0.5, 0.25], Histogram.Shares(new SampleSeries("a", 0, [1, 10, 99, 500]), new Scale(true, 1, 1000, 0, 90), 3));

    [Fact]
    public void Ecdf_names_the_share_that_a_log_axis_cannot_show()
    {
        var chart = new EcdfChart(new("t", "d", new Axis("wait", "", AxisKind.LogTime), [new SampleSeries("fifo", 0, [0, 0, 0, 5, 50]), new SampleSeries("dp", 1, [1, 2])]));
        var text = AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource())).Value.Replace('\u00a0', ' ');
        Assert.Contains("At 0, left of the logarithmic axis: fifo 60.0 %.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ecdf_of_nothing_or_one_value_is_still_a_chart(bool complementary)
    {
        foreach (var values in (double[][])[[], [3], [3, 3]])
        {
            var chart = new EcdfChart(new("t", "d", new Axis("wait", "s", AxisKind.Log), [new SampleSeries("a", 0, values)]) { Complementary = complementary });
            var svg = AllChartsTests.Parse(chart.ToSvg(ChartSize.Compact, new IdSource()));
            Assert.Equal(values.Length == 0, svg.Value.Contains("no data", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Density_and_boxes_of_nothing_say_so()
    {
        var empty = new SampleSeries("a", 0, []);
        Chart[] charts = [new DensityChart(new("t", "d", new Axis("x"), [empty])), new BoxRowChart(new("t", "d", new Axis("x"), [BoxRow.Of(empty)]))];
        foreach (var chart in charts) Assert.Contains("no data", AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource())).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Box_whose_lower_quantiles_are_zero_is_noted_on_a_log_axis()
    {
        var chart = new BoxRowChart(new("t", "d", new Axis("wait", "s", AxisKind.Log), [new BoxRow("a", 0, 0, 0, 2, 5, 9, 20)]));
        var svg = AllChartsTests.Parse(chart.ToSvg(ChartSize.Wide, new IdSource()));
        Assert.Contains("left of the logarithmic axis", svg.Value, StringComparison.Ordinal);
        Assert.Single(svg.Descendants(), e => e.Attribute("class")?.Value == "box");
    }
}
