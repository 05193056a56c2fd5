using System.Data.Common;
using System.Net.Sockets;
using global::Orleans.Serialization;
using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <summary>Calls to the grains of a region, whose failures are those of the port.</summary>
/// <param name="name">Name of the region.</param>
/// <param name="grains">Reaches its grains.</param>
/// <param name="directory">What this silo knows of regions.</param>
internal sealed class RegionCalls(string name, IGrainFactory grains, RegionDirectory directory)
{
    private const double RetryAfterS = 1;

    /// <summary>The coordinator.</summary>
    public ICoordinatorGrain Coordinator => grains.GetGrain<ICoordinatorGrain>(name);

    /// <summary>Learns from what the region decides.</summary>
    public ITrainerGrain Trainer => grains.GetGrain<ITrainerGrain>(name);

    /// <summary>A policy worker.</summary>
    public IPolicyGrain Worker => grains.GetGrain<IPolicyGrain>(name);

    /// <summary>An ingress.</summary>
    /// <param name="region">The region.</param>
    /// <param name="index">Its index.</param>
    public IIngressGrain Ingress(Region region, int index) => grains.GetGrain<IIngressGrain>(GrainKeys.Ingress(name, region.Model.Ingresses[index]));

    /// <summary>The home of a job.</summary>
    /// <param name="region">The region.</param>
    /// <param name="job">Its id.</param>
    public IIngressGrain Home(Region region, string job) => Ingress(region, GrainKeys.Home(job, region.Model.Ingresses.Count));

    /// <summary>A site.</summary>
    /// <param name="region">The region.</param>
    /// <param name="index">Its index.</param>
    public IDataCenterGrain Site(Region region, int index) => grains.GetGrain<IDataCenterGrain>(GrainKeys.Site(name, region.Model.Sites[index].Name));

    /// <summary>The energy of a site that has an energy side.</summary>
    /// <param name="region">The region.</param>
    /// <param name="index">The site's index.</param>
    public ISiteGrain Energy(Region region, int index) => grains.GetGrain<ISiteGrain>(GrainKeys.Energy(name, region.Model.Sites[index].Name));

    /// <summary>Asks all ingresses at once.</summary>
    /// <param name="region">The region.</param>
    /// <param name="ask">The question.</param>
    public Task<T[]> AskIngresses<T>(Region region, Func<IIngressGrain, Task<T>> ask) =>
        Task.WhenAll(region.Model.Ingresses.Select((_, i) => ask(Ingress(region, i))));

    /// <summary>Asks all sites at once.</summary>
    /// <param name="region">The region.</param>
    /// <param name="ask">The question.</param>
    public Task<T[]> AskSites<T>(Region region, Func<IDataCenterGrain, Task<T>> ask) =>
        Task.WhenAll(region.Model.Sites.Select((_, i) => ask(Site(region, i))));

    /// <summary>Does something with the region.</summary>
    /// <param name="call">What.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">It was refused, or its outcome is unknown.</exception>
    public async Task<T> Call<T>(Func<Region, Task<T>> call, CancellationToken cancellation)
    {
        var region = await Find(cancellation);
        try
        {
            return await call(region).WaitAsync(cancellation);
        }
        catch (RefusedException refused)
        {
            throw new ControlException((ControlProblem)refused.Problem, refused.Message, refused.RetryAfterS, refused.Field);
        }
        catch (Exception lost) when (IsLost(lost))
        {
            throw new ControlException(ControlProblem.Unavailable, $"whether it took effect is unknown, ask again with the same id: {lost.Message}", RetryAfterS);
        }
    }

    /// <summary>The region.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">It is not open, or its coordinator cannot be reached.</exception>
    public async Task<Region> Find(CancellationToken cancellation)
    {
        try
        {
            return await directory.Get(name).WaitAsync(cancellation);
        }
        catch (InvalidOperationException)
        {
            throw new ControlException(
                ControlProblem.Unavailable, $"the region '{name}' is not open: open it with 'controlplane region open', or start a silo with --fleet", RetryAfterS);
        }
        catch (Exception lost) when (IsLost(lost))
        {
            throw new ControlException(ControlProblem.Unavailable, $"the coordinator of the region '{name}' cannot be reached: {lost.Message}", RetryAfterS);
        }
    }

    /// <summary>Whether a call ended without an answer: a silo was lost or does not answer in time, or the storage beneath a grain failed.</summary>
    /// <param name="failure">How it ended; from another silo it may be of a type that this one does not know.</param>
    public static bool IsLost(Exception failure) =>
        failure is OrleansException or TimeoutException or DbException or IOException or SocketException or UnavailableExceptionFallbackException;
}
