using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class DecimatorTests
{
    [Fact]
    public void Bucket_keeps_first_lowest_highest_last_and_mean()
    {
        var pieces = Decimator.Run([0, 1, 2, 3], [5, 1, 9, 3], _ => 0);
        var bucket = Assert.Single(Assert.Single(pieces));
        Assert.Equal((0, 5), bucket.First);
        Assert.Equal((1, 1), bucket.Min);
        Assert.Equal((2, 9), bucket.Max);
        Assert.Equal((3, 3), bucket.Last);
        Assert.Equal(4.5, bucket.Mean);
        Assert.Equal(1.5, bucket.MeanX);
        Assert.Equal([(0, 5), (1, 1), (2, 9), (3, 3)], Decimator.Outline(pieces[0]));
    }

    [Fact]
    public void Single_spikes_among_thirty_thousand_points_survive()
    {
        var x = Enumerable.Range(0, 30_000).Select(i => (double)i).ToArray();
        var y = x.Select(v => Math.Sin(v / 900)).ToArray();
        y[12_345] = 77;
        y[23_456] = -55;
        var outline = Decimator.Outline(Assert.Single(Decimator.Run(x, y, v => v / 100)));
        Assert.Contains((12_345, 77), outline);
        Assert.Contains((23_456, -55), outline);
        Assert.InRange(outline.Count, 300, 1200);
        Assert.Equal((0, y[0]), outline[0]);
        Assert.Equal((29_999, y[^1]), outline[^1]);
        Assert.True(outline.Zip(outline.Skip(1)).All(p => p.First.X <= p.Second.X));
    }

    [Fact]
    public void Missing_values_cut_the_series_into_pieces()
    {
        var pieces = Decimator.Run([0, 1, 2, 3, 4, 5], [1, double.NaN, 2, 3, double.NaN, 4], x => x);
        Assert.Equal([1, 2, 1], pieces.Select(p => p.Count));
    }

    [Fact]
    public void A_gap_inside_one_column_still_cuts() =>
        Assert.Equal(2, Decimator.Run([0, 1, 2], [1, double.NaN, 2], _ => 0).Count);

    [Fact]
    public void Nothing_gives_nothing()
    {
        Assert.Empty(Decimator.Run([], [], x => x));
        Assert.Empty(Decimator.Run([1], [double.NaN], x => x));
    }
}
