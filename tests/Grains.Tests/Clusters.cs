using ControlPlane.Client.Orleans;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Grains.Tests;

/// <summary>Clusters inside the test process, started when first asked for and shared by all tests: every run has grains of its own.</summary>
public sealed class Clusters : IDisposable
{
    private readonly Dictionary<int, GrainEngine> _engines = [];

    /// <summary>The entities live in a cluster.</summary>
    /// <param name="silos">Number of silos.</param>
    public IFleetHost Host(int silos) => Engine(silos).Host;

    /// <summary>The providers and sites of days of generation live in a cluster.</summary>
    /// <param name="silos">Number of silos.</param>
    public IGenerationHost GenerationHost(int silos) => Engine(silos).GenerationHost;

    /// <summary>Reaches the grains of a cluster of one silo.</summary>
    public IGrainFactory Grains => ((GrainHost)Host(1)).Grains;

    private GrainEngine Engine(int silos)
    {
        if (!_engines.TryGetValue(silos, out var engine))
            _engines.Add(silos, engine = GrainEngine.Start(silos));
        return engine;
    }

    public void Dispose()
    {
        foreach (var engine in _engines.Values)
            engine.Dispose();
    }
}
