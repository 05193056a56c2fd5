using System.Collections.Concurrent;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Grains.Regions;

/// <summary>
/// The regions that grains of this silo belong to: each is asked of its coordinator once, and its publication is followed from then on. One a silo, so that
/// hundreds of grains share a fleet's model and do not ask one by one.
/// </summary>
/// <param name="grains">Reaches the coordinators.</param>
/// <param name="time">The wall clock.</param>
/// <param name="log">Told about publications that cannot be followed.</param>
public sealed class RegionDirectory(IGrainFactory grains, TimeProvider time, ILogger<RegionDirectory> log) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<Region>>> _regions = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>A region.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">It is not configured.</exception>
    public async Task<Region> Get(string name)
    {
        // Detached from the grain that happens to ask first: others wait for the same answer.
        var region = _regions.GetOrAdd(name, key => new Lazy<Task<Region>>(() => Task.Run(() => Load(key))));
        try
        {
            return await region.Value;
        }
        catch
        {
            _regions.TryRemove(KeyValuePair.Create(name, region));
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task<Region> Load(string name)
    {
        var coordinator = grains.GetGrain<ICoordinatorGrain>(name);
        var published = await (await coordinator.Current(0, withFleet: true))!.WithModels(coordinator);
        var terms = published.Terms!;
        var lease = new LeaseTerms(terms.LeaseS * terms.Speed, terms.LeaseMarginS * terms.Speed);
        var region = new Region(name, published.Fleet!.ToFleet(), new FleetClock(time, terms), lease) { Published = published, AgentLeaseS = terms.AgentLeaseS };
        _ = Follow(region, _stopping.Token);
        return region;
    }

    private async Task Follow(Region region, CancellationToken stopping)
    {
        var coordinator = grains.GetGrain<ICoordinatorGrain>(region.Name);
        using var timer = new PeriodicTimer(Period, time);
        var isFailing = false;
        while (await Next(timer, stopping))
        {
            try
            {
                if (await coordinator.Current(region.Published.Publication, withFleet: false) is { } later)
                    region.Published = await later.WithModels(coordinator);
                isFailing = false;
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                if (!isFailing)
                    log.LogWarning(error, "The coordinator of region {Region} cannot be reached; its sites go on with publication {Publication}.", region.Name, region.Published.Publication);
                isFailing = true;
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
