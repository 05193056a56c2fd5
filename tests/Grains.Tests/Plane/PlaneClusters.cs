using ControlPlane.Grains.Regions;
using ControlPlane.Grains.Tests.Live;
using Microsoft.Extensions.DependencyInjection;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>Clusters of two silos inside the test process, one for each size of ingresses.</summary>
public sealed class PlaneClusters : IAsyncLifetime
{
    private readonly Dictionary<int, LiveCluster> _clusters = [];

    /// <summary>Reaches the grains of the cluster whose ingresses have so many jobs at most.</summary>
    public async Task<IGrainFactory> WithCapacity(int capacity)
    {
        if (_clusters.TryGetValue(capacity, out var known))
            return known.Grains;
        var cluster = new LiveCluster(silo =>
        {
            silo.AddMemoryGrainStorage("controlplane");
            silo.Services.Configure<LiveOptions>(o => o.IngressCapacity = capacity);
        });
        await cluster.InitializeAsync();
        _clusters.Add(capacity, cluster);
        return cluster.Grains;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var cluster in _clusters.Values)
            await cluster.DisposeAsync();
    }
}
