using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Simulation.Generation;

/// <summary>How to run a day, without influence on the result.</summary>
public sealed record GenerationRunOptions
{
    /// <summary>Where providers and sites live; in this process unless told otherwise.</summary>
    public IGenerationHost Host { get; init; } = DirectGenerationHost.Instance;

    /// <summary>Receives the event log besides the hash.</summary>
    public IGenerationEventSink? Sink { get; init; }
}
