using System.Collections.Immutable;
using ControlPlane.Fleet;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>A region under test.</summary>
/// <param name="Grains">Reaches its grains.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fleet">Its fleet.</param>
public sealed record LiveRegion(IGrainFactory Grains, string Name, FleetModel Fleet)
{
    /// <summary>Its ingresses.</summary>
    public IEnumerable<IIngressGrain> Ingresses => Fleet.Ingresses.Select(i => Grains.GetGrain<IIngressGrain>(GrainKeys.Ingress(Name, i)));

    /// <summary>Its data centres.</summary>
    public IEnumerable<IDataCenterGrain> Sites => Fleet.Sites.Select(s => Grains.GetGrain<IDataCenterGrain>(GrainKeys.Site(Name, s.Name)));

    /// <summary>Submits jobs numbered from first at an ingress, one call.</summary>
    public async Task<ImmutableArray<SubmitCode>> Submit(int ingress, long first, int count, double sizeUnits) =>
        await Ingresses.ElementAt(ingress).Submit([.. Enumerable.Range(0, count).Select(i => new JobRequest(first + i, sizeUnits, null))]);

    /// <summary>Waits until an ingress has as many completed jobs.</summary>
    public async Task<IngressAccountRecord> Completed(int ingress, long count)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            var account = await Ingresses.ElementAt(ingress).Account();
            if (account.Completed >= count)
                return account;
            Assert.True(DateTime.UtcNow < deadline, $"After a minute: {account}");
            await Task.Delay(20);
        }
    }
}
