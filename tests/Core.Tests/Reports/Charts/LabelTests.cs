using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class LabelTests
{
    [Fact]
    public void Spread_labels_stay_where_they_do_not_overlap() =>
        Assert.Equal([10, 50, 90], LabelSpreader.Spread([10, 50, 90], 15, 0, 100));

    [Fact]
    public void Spread_labels_at_one_place_are_centred_on_it() =>
        Assert.Equal([40, 50, 60], LabelSpreader.Spread([50, 50, 50], 10, 0, 100));

    [Fact]
    public void Spread_labels_keep_their_order_and_stay_inside()
    {
        var centres = LabelSpreader.Spread([99, 2, 98, 1], 10, 0, 100);
        Assert.Equal([95, 15, 85, 5], centres);
    }

    [Fact]
    public void Placed_labels_never_cover_each_other_or_an_obstacle()
    {
        var bounds = new Box(0, 0, 400, 300);
        var placer = new LabelPlacer(bounds);
        var obstacle = new Box(190, 0, 20, 120);
        placer.Forbid(obstacle);
        var requests = Enumerable.Range(0, 12).Select(i => new LabelRequest(200 + (i % 4), 150 + (i / 4), 90, 14, 5)).ToArray();
        var places = placer.Place(requests).Select(p => p!.Value).ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            Assert.True(bounds.Contains(places[i]));
            Assert.False(places[i].Overlaps(obstacle));
            for (var j = 0; j < i; j++) Assert.False(places[i].Overlaps(places[j]), $"labels {i} and {j}");
        }
    }

    [Fact]
    public void A_lone_label_stands_right_of_its_point()
    {
        var place = Assert.Single(new LabelPlacer(new Box(0, 0, 200, 100)).Place([new LabelRequest(50, 50, 40, 14, 5)]));
        Assert.Equal(new Box(58, 43, 40, 14), place);
    }

    [Fact]
    public void A_label_without_room_is_reported_and_not_squeezed_in()
    {
        var placer = new LabelPlacer(new Box(0, 0, 60, 20));
        Assert.Equal([false, true], placer.Place([new LabelRequest(10, 10, 40, 14, 5), new LabelRequest(12, 10, 40, 14, 5)]).Select(p => p is null));
    }

    [Fact]
    public void Text_is_cut_to_its_width_with_an_ellipsis()
    {
        var cut = TextMetrics.Fit("a policy with a very long name", 80);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.InRange(TextMetrics.Width(cut), 60, 80);
        Assert.Equal("short", TextMetrics.Fit("short", 80));
    }

    [Fact]
    public void Text_wraps_at_spaces_and_loses_no_word()
    {
        var lines = TextMetrics.Wrap("one two three four five", 60);
        Assert.True(lines.Count > 1);
        Assert.All(lines, l => Assert.True(TextMetrics.Width(l) <= 60));
        Assert.Equal("one two three four five", string.Join(' ', lines));
    }
}
