using ControlPlane.Fleet.Energy;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;
using ControlPlane.Grains.Tests.Live;
using Microsoft.Extensions.DependencyInjection;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>The grain of a site's energy keeps what it has said when its activation goes.</summary>
public sealed class SiteGrainTests : IAsyncLifetime
{
    private readonly LiveCluster _cluster = new(silo =>
    {
        silo.AddMemoryGrainStorage("controlplane");
        silo.Services.Configure<EnergyOptions>(o => o.Desk = o.Desk with { SlotS = 1 });
    });

    public Task InitializeAsync() => _cluster.InitializeAsync();

    public Task DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Overrides_and_slots_are_there_when_the_grain_was_away()
    {
        var fleet = TestFleets.Model(TestFleets.Site("green", 8) with { Energy = TestFleets.Energy with { Generator = new GeneratorSpec(1, 4) } });
        await _cluster.Grains.GetGrain<ICoordinatorGrain>("away").Configure(new RegionSetup(fleet.ToWire(), new PolicyRecord("least-loaded", []), 1, 400, 1, LeaseMarginS: 60, AgentLeaseS: 60));
        var site = _cluster.Grains.GetGrain<ISiteGrain>(GrainKeys.Energy("away", "green"));
        await site.Wake();
        while ((await site.Show()).Total.Slots < 1)
            await Task.Delay(50);
        await site.Override(new BatteryOrderRecord(1.5, DateTimeOffset.UtcNow.AddMinutes(5), "test", 0), "ann");
        var before = await site.Show();
        await _cluster.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        var after = await site.Show();
        Assert.Equal((1.5, "test", 1), (after.Battery!.SetPointKw, after.Battery.Override!.Reason, after.Battery.Version));
        Assert.True(after.Total.Slots >= before.Total.Slots && after.Last!.Number >= before.Last!.Number, $"{before.Total} {after.Total}");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => site.Release(9, "bob"));
        Assert.Equal(ProblemCode.Conflict, refused.Problem);
    }
}
