using ControlPlane.Grains.Interfaces.Mapping;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>The newest report of every site, in memory.</summary>
[Collection(DecisionTests.Name)]
public sealed class FleetBoardTests(DecisionCluster cluster)
{
    private readonly Region _region = new(cluster);

    [Fact]
    public async Task It_keeps_the_newest_report_of_a_site()
    {
        var newest = Region.Idle(1, 20) with { Queued = 3 };
        await _region.Report(newest);
        await _region.Board.Report(Region.Idle(1, 19).ToWire());
        await _region.Report(Region.Idle(0, 21));
        var changes = await _region.Board.Changes(0);
        Assert.Equal([newest.ToWire(), Region.Idle(0, 21).ToWire()], changes.Statuses.OrderBy(s => s.ReportedS));
        Assert.Equal(2, changes.Position.Number);
    }

    [Fact]
    public async Task It_hands_out_only_what_has_changed()
    {
        var first = await _region.Report(Region.Idle(0, 10), Region.Idle(1, 10), Region.Idle(2, 10));
        Assert.Empty((await _region.Board.Changes(first.Number)).Statuses);
        var second = await _region.Report(Region.Idle(1, 11));
        Assert.Equal(first.Incarnation, second.Incarnation);
        Assert.True(second.Number > first.Number);
        Assert.Equal(Region.Idle(1, 11).ToWire(), Assert.Single((await _region.Board.Changes(first.Number)).Statuses));
    }

    [Fact]
    public async Task A_lost_board_begins_anew_under_another_incarnation()
    {
        var before = await _region.Report(Region.Idle(0, 10));
        await _region.LoseBoard();
        var after = await _region.Board.Changes(0);
        Assert.NotEqual(before.Incarnation, after.Position.Incarnation);
        Assert.Equal(0, after.Position.Number);
        Assert.Empty(after.Statuses);
    }
}
