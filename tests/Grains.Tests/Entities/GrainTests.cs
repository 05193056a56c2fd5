using System.Collections.Immutable;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Entities;

/// <summary>What grains do besides hosting an entity.</summary>
[Collection(ClusterTests.Name)]
public sealed class GrainTests(Clusters clusters)
{
    private static readonly FleetRecord Fleet = TestFleets.Small().Fleet.ToWire();
    private static readonly ImmutableDictionary<string, string> Settings = ImmutableDictionary<string, string>.Empty;
    private readonly string _run = Guid.NewGuid().ToString("N");

    private ISimulatedPolicyGrain Policy => clusters.Grains.GetGrain<ISimulatedPolicyGrain>(_run);

    private ISimulatedDataCenterGrain Site => clusters.Grains.GetGrain<ISimulatedDataCenterGrain>(GrainKeys.Site(_run, "large"));

    private ISimulatedIngressGrain Ingress => clusters.Grains.GetGrain<ISimulatedIngressGrain>(GrainKeys.Ingress(_run, "gw-a"));

    [Fact]
    public async Task A_grain_that_was_not_opened_says_so_and_changes_nothing()
    {
        foreach (Func<Task> call in new Func<Task>[]
                 {
                     () => Policy.Place(Job(1).Job, 0), () => Policy.Arrived(0), () => Site.Admit(Job(1), 0), () => Site.Account(0), () => Ingress.Dispatch(Job(1), 0),
                 })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(call);
            Assert.Contains(_run, error.Message, StringComparison.Ordinal);
            Assert.EndsWith("is not open.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        await Open("round-robin");
        var sent = await Ingress.Dispatch(Job(1), 10);
        Assert.NotNull(sent.Shipment);
        Assert.Equal(AdmissionCode.Started, (await Site.Admit(sent.Shipment.Item, 11)).Outcome);
        await Open("least-loaded");
        Assert.Equal(1, (await Ingress.Deliver(99, 0, 12)).Counts.InTransit);
        Assert.Single(await Site.Runs());
    }

    [Fact]
    public async Task Closing_forgets_the_entity()
    {
        await Open("dp");
        await Site.Close();
        // The next call finds a new activation, or none that would answer for the old one.
        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.Admit(Job(1), 0));
    }

    [Fact]
    public async Task A_job_that_is_sent_counts_as_on_its_way_until_it_arrives()
    {
        await Open("least-loaded");
        var first = await Policy.PlaceToSend(Job(1).Job, 0);
        for (var i = 0; i < 40; i++)
            await Policy.PlaceToSend(Job(1).Job, 0);
        // Every site has as many jobs on their way as it has load, so that the first choice is no longer the idlest.
        Assert.NotEqual(first.Placement.Site, (await Policy.Place(Job(1).Job, 0)).Placement.Site);
    }

    [Fact]
    public async Task Copies_of_a_shared_stream_draw_the_same_numbers_after_they_are_aligned()
    {
        await Policy.Open(new PolicySetup(Fleet, "dp", Settings, 5, SharesStream: true, 400, 1));
        var copy = new PythonRandom(5);
        for (var i = 0; i < 7; i++)
            copy.NextUniform();
        Assert.Equal(copy.Position, await Policy.AlignStream(copy.Position));
        var placed = await Policy.Place(Job(1).Job, 0);
        Assert.Equal(copy.NextBelow(3), placed.Placement.Site);
        Assert.Equal(copy.Position, await Policy.AlignStream(0));
    }

    [Fact]
    public async Task A_policy_with_a_stream_of_its_own_has_none_to_align()
    {
        await Open("dp");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Policy.AlignStream(3));
    }

    private static WorkRecord Job(long id) => WorkItem.Submitted(new Job(new JobId(id), 0, 400, 0)).ToWire();

    private async Task Open(string policy)
    {
        await Policy.Open(new PolicySetup(Fleet, policy, Settings, 5, SharesStream: false, 400, 1));
        await Site.Open(new SiteSetup(0, Fleet.Sites[0], _run));
        await Ingress.Open(new IngressSetup(0, Fleet, _run));
    }
}
