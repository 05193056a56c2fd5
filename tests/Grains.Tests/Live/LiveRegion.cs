using System.Collections.Immutable;
using ControlPlane.Fleet;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>A region under test.</summary>
/// <param name="Grains">Reaches its grains.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fleet">Its fleet.</param>
public sealed record LiveRegion(IGrainFactory Grains, string Name, FleetModel Fleet)
{
    /// <summary>Configures a region of its own for a test, with the small fleet.</summary>
    /// <param name="grains">Reaches its grains.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="speed">How fast its clock goes.</param>
    /// <param name="leaseS">Length of a lease, seconds of the wall clock.</param>
    /// <param name="marginS">What an ingress waits beyond its end, seconds of the wall clock.</param>
    public static async Task<LiveRegion> Open(IGrainFactory grains, string policy, double speed, double leaseS, double marginS)
    {
        var name = Guid.NewGuid().ToString("N");
        var fleet = TestFleets.Small().Fleet;
        var setup = new RegionSetup(fleet.ToWire(), new PolicyRecord(policy, []), 1, 400, 1, leaseS, marginS, speed);
        await Insistence.Until(() => grains.GetGrain<ICoordinatorGrain>(name).Configure(setup));
        return new LiveRegion(grains, name, fleet);
    }

    /// <summary>Its ingresses.</summary>
    public IReadOnlyList<IIngressGrain> Ingresses => [.. Fleet.Ingresses.Select(i => Grains.GetGrain<IIngressGrain>(GrainKeys.Ingress(Name, i)))];

    /// <summary>Its data centres.</summary>
    public IReadOnlyList<IDataCenterGrain> Sites => [.. Fleet.Sites.Select(s => Grains.GetGrain<IDataCenterGrain>(GrainKeys.Site(Name, s.Name)))];

    /// <summary>Jobs that have not ended.</summary>
    public async Task<long> Live() => (await Task.WhenAll(Ingresses.Select(i => i.Account()))).Sum(a => a.Held + a.Sending + a.Placed);

    /// <summary>Jobs that run.</summary>
    public async Task<int> Running() => (await Task.WhenAll(Sites.Select(s => s.Account()))).Sum(a => a.Tenants.Count(t => t.IsRunning));

    /// <summary>Submits jobs numbered from first at an ingress, one call.</summary>
    public async Task<ImmutableArray<SubmitCode>> Submit(int ingress, long first, int count, double sizeUnits) =>
        await Ingresses[ingress].Submit([.. Enumerable.Range(0, count).Select(i => new JobRequest(first + i, sizeUnits, null))]);

    /// <summary>Waits until an ingress has as many completed jobs.</summary>
    public async Task<IngressAccountRecord> Completed(int ingress, long count)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            var account = await Ingresses[ingress].Account();
            if (account.Completed >= count)
                return account;
            Assert.True(DateTime.UtcNow < deadline, $"After a minute: {account}");
            await Task.Delay(20);
        }
    }
}
