using ControlPlane.Client.Engines;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Generation.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
    }

    public IFleetHost Host { get; }

    public IGenerationHost GenerationHost { get; }

    /// <summary>Starts a cluster.</summary>
    /// <param name="silos">Number of silos, ≥ 1.</param>
    public static GrainEngine Start(int silos)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
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
