using ControlPlane.Fleet;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Ledger;
using ControlPlane.Fleet.Network;

namespace ControlPlane.Core.Tests.Fleet;

public sealed class FleetModelTests
{
    [Fact]
    public void Latency_is_that_of_the_shortest_path_through_any_node()
    {
        var model = new FleetModel(
            [TestFleets.Site("a", 1), TestFleets.Site("b", 1)],
            ["gw", "hub"],
            [new("gw", "a", 0.1), new("gw", "b", 0.9), new("a", "b", 0.3), new("hub", "a", 0.05), new("hub", "b", 0.05)]);
        Assert.Equal(0.1, model.LatencyS(0, 0), 12);
        Assert.Equal(0.2, model.LatencyS(0, 1), 12);
    }

    [Fact]
    public void Site_without_a_path_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new FleetModel([TestFleets.Site("a", 1), TestFleets.Site("island", 1)], ["gw"], [new WanLink("gw", "a", 0.1)]));
        Assert.Contains("island", error.Message);
    }

    [Theory]
    [InlineData("nowhere", 0.1)]
    [InlineData("a", -1)]
    [InlineData("a", double.NaN)]
    public void Wrong_link_is_refused(string to, double latencyS) =>
        Assert.Throws<ArgumentException>(() => new FleetModel([TestFleets.Site("a", 1)], ["gw"], [new WanLink("gw", to, latencyS)]));

    [Fact]
    public void Ledger_refuses_a_move_of_a_job_that_is_not_there()
    {
        var ledger = new JobLedger();
        ledger.Enter(JobPhase.Held);
        ledger.Move(JobPhase.Held, JobPhase.Running);
        Assert.True(ledger.Snapshot().Closes);
        Assert.Throws<InvalidOperationException>(() => ledger.Move(JobPhase.Held, JobPhase.Running));
    }

    [Fact]
    public void Site_set_contains_its_members_only()
    {
        var set = new SiteSet(130, [0, 63, 64, 129]);
        Assert.Equal([0, 63, 64, 129], Enumerable.Range(0, 130).Where(set.Contains));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SiteSet(3, [3]));
    }
}
