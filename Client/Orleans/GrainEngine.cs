using ControlPlane.Client.Engines;
using ControlPlane.Grains.Shaping;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Generation.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace ControlPlane.Client.Orleans;

/// <summary>
/// A cluster of silos inside this process, for simulations on grains. Time is virtual: grains take it from their callers, and nothing in them reads a clock.
/// </summary>
internal sealed class GrainEngine : IEngine
{
    private readonly InProcessTestCluster _cluster;

    private GrainEngine(InProcessTestCluster cluster)
    {
        _cluster = cluster;
        // The grain factory of a silo: its calls need no gateway.
        var grains = cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();
        Host = new GrainHost(grains);
        GenerationHost = new GrainGenerationHost(grains);
        Shapers = settings => GrainShapers.Create(grains, settings);
    }

    public IFleetHost Host { get; }

    public IGenerationHost GenerationHost { get; }

    public RewardShaperFactory? Shapers { get; }

    /// <summary>Starts a cluster.</summary>
    /// <param name="silos">Number of silos, ≥ 1.</param>
    public static GrainEngine Start(int silos)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) => silo
            .AddMemoryGrainStorage(GrainShapers.Storage)
            // A shaper that nobody asks for a while, because the process stood still, must not begin anew from its last version.
            .Configure<GrainCollectionOptions>(o => o.ClassSpecificCollectionAge[typeof(RewardShaperGrain).FullName!] = TimeSpan.FromDays(366)));
        var cluster = builder.Build();
        cluster.DeployAsync().GetAwaiter().GetResult();
        return new GrainEngine(cluster);
    }

    public void Dispose()
    {
        _cluster.StopAllSilosAsync().GetAwaiter().GetResult();
        _cluster.Dispose();
    }
}
