using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet;

public sealed class IngressTests
{
    private readonly FleetView _view = new(TestFleets.Model(TestFleets.Site("a", 4), TestFleets.Site("b", 4)));

    [Fact]
    public void Job_is_in_the_outbox_until_it_is_delivered()
    {
        var ingress = new Ingress(0, _view.Model);
        Assert.True(ingress.Dispatch(Item(1), new SendTo(1), _view, out var shipment));
        Assert.Equal((1, 1, 0.01), (ingress.InTransit, _view.InTransit[1], shipment.TransferS));
        Assert.True(ingress.TryDeliver(shipment.Slot, shipment.Generation, 0.01, out var delivered));
        Assert.Equal((0, 0.01), (ingress.InTransit, delivered.Item.WanS));
        Assert.False(ingress.TryDeliver(shipment.Slot, shipment.Generation, 0.02, out _));
    }

    [Fact]
    public void Delivery_of_a_withdrawn_job_does_not_deliver_the_next_one()
    {
        var ingress = new Ingress(0, _view.Model);
        ingress.Dispatch(Item(1), new SendTo(1), _view, out var first);
        Assert.True(ingress.TryCancel(new JobId(1), out var cancelled));
        Assert.Equal(1, cancelled?.Site);
        ingress.Dispatch(Item(2), new SendTo(0), _view, out var second);
        Assert.Equal(first.Slot, second.Slot);
        Assert.False(ingress.TryDeliver(first.Slot, first.Generation, 0.01, out _));
        Assert.True(ingress.TryDeliver(second.Slot, second.Generation, 0.01, out var delivered));
        Assert.Equal(2, delivered.Item.Job.Id.Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(int.MaxValue)]
    public void Delivery_in_a_slot_that_was_never_used_is_refused(int slot)
    {
        var ingress = new Ingress(0, _view.Model);
        ingress.Dispatch(Item(1), new SendTo(1), _view, out _);
        Assert.False(ingress.TryDeliver(slot, 0, 0.01, out _));
        Assert.Equal(1, ingress.InTransit);
    }

    [Fact]
    public void Held_jobs_go_in_order_and_constrained_ones_do_not_block_the_others()
    {
        var ingress = new Ingress(0, _view.Model);
        var rule = new SendTo(-1);
        Assert.False(ingress.Dispatch(Item(1, new SiteSet(2, [1])), rule, _view, out _));
        Assert.False(ingress.Dispatch(Item(2), rule, _view, out _));
        Assert.False(ingress.Dispatch(Item(3), rule, _view, out _));
        var sent = new List<long>();
        ingress.Retry(new SendTo(0), _view, s => sent.Add(s.Item.Job.Id.Value));
        Assert.Equal([2, 3], sent);
        Assert.Equal(1, ingress.Held);
        Assert.True(ingress.TryCancel(new JobId(1), out var shipment));
        Assert.Null(shipment);
        Assert.False(ingress.TryCancel(new JobId(1), out _));
    }

    [Fact]
    public void Waiting_time_is_booked_when_a_held_job_leaves()
    {
        var ingress = new Ingress(0, _view.Model);
        ingress.Dispatch(Item(1), new SendTo(-1), _view, out _);
        _view.SetTime(30);
        ingress.Retry(new SendTo(0), _view, s => Assert.Equal(30, s.Item.WaitedS));
    }

    [Fact]
    public void Placement_that_the_mask_forbids_is_refused_loudly()
    {
        _view.Report(new SiteStatus(0, 0, 0, 0, 0, false, false, false, 0, 0));
        var error = Assert.Throws<InvalidOperationException>(() => new Ingress(0, _view.Model).Dispatch(Item(1), new SendTo(0, obeys: false), _view, out _));
        Assert.Contains("SiteLost", error.Message);
    }

    private static WorkItem Item(long id, SiteSet? constraint = null) => WorkItem.Submitted(new Job(new JobId(id), 0, 100, 0, constraint));

    // Sends jobs to one site, or holds those that may not run there.
    private sealed class SendTo(int site, bool obeys = true) : IPlacementRule
    {
        public Placement Place(in Job job, FleetView view) =>
            site < 0 || (obeys && Feasibility.Check(job, view.Sites[site]) != MaskReason.None) ? Placement.Hold : new Placement(site, new Allocation(1, 0));
    }
}
