using ControlPlane.Fleet.Events;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Simulation.Engine;

/// <summary>How to run, without influence on the result.</summary>
public sealed record RunOptions
{
    /// <summary>Where the entities live; in this process unless told otherwise.</summary>
    public IFleetHost Host { get; init; } = DirectHost.Instance;

    /// <summary>Receives the event log besides the hash.</summary>
    public IEventSink? Sink { get; init; }

    /// <summary>Sees every decision with all that is known when it is taken.</summary>
    public IDecisionObserver? Observer { get; init; }

    /// <summary>A policy that is asked about every decision beside the one that takes effect; null for none.</summary>
    public PolicySpec? Shadow { get; init; }

    /// <summary>Recounts jobs and energy after every event and fails on the first difference. Slow.</summary>
    public bool Audit { get; init; }

    /// <summary>Told the simulated share of the horizon from time to time, on the run's own thread.</summary>
    public Action<double>? Progress { get; init; }
}
