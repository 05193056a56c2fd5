using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>Whatever goes wrong around a node, every accepted job ends once and the ledger closes.</summary>
public sealed class NodeWorldTests
{
    [Fact]
    public void Every_acknowledged_job_ends_once_whatever_went_wrong()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(20, 1_000)))
        {
            var world = new NodeWorld(TestFleets.Small().Fleet, seed, new NodeSettings { MostAttempts = 5 });
            world.Run(400, isTroubled: true);
            world.Heal();
            var ledger = world.Node.Ledger();
            Assert.Equal(world.Acknowledged.Count, ledger.Submitted);
            Assert.Equal(ledger.Submitted, ledger.Completed + ledger.Cancelled + ledger.Failed);
            Assert.True(ledger.Completed > 20, $"seed {seed}: {ledger}");
            Assert.Distinct(world.Node.Events(0, int.MaxValue).Where(e => e.Kind == "completed").Select(e => e.Job));
            Assert.Equal(ledger.Completed, ledger.Sites.Sum(s => s.Completed));
            Assert.All(world.Acknowledged.Keys, id => Assert.Contains(world.Node.FindJob(id)!.State, new[] { JobState.Completed, JobState.Cancelled, JobState.Failed }));
        }
    }

    [Fact]
    public void The_energy_of_a_site_survives_whatever_goes_wrong()
    {
        var small = TestFleets.Small().Fleet.Sites;
        var fleet = TestFleets.Model(small[0] with { Energy = TestFleets.Energy }, small[1], small[2]);
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(10, 500)))
        {
            // Every crash compares the state before with its replay.
            var world = new NodeWorld(fleet, seed, new NodeSettings { MostAttempts = 5, Energy = new EnergyDeskSettings { SlotS = 20 } });
            world.Run(600, isTroubled: true);
            var slots = world.Node.EnergySlots(0, long.MaxValue, 1_000)!.Slots;
            Assert.All(slots, s => Assert.True(s.Account is not { } account || account.Residual <= 1e-6, $"seed {seed}: {s}"));
            var shown = Assert.Single(world.Node.SitesEnergy());
            Assert.True(shown.Total.Slots > 5 && shown.Total.Account.LoadKwh > 0, $"seed {seed}: {shown.Total}");
        }
    }
}
