using ControlPlane.Fleet;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>A checked scenario: everything a run needs besides the policy. Immutable and shared by parallel runs.</summary>
public sealed record Scenario
{
    /// <summary>Short name, the file's name by default.</summary>
    public required string Name { get; init; }

    /// <summary>One line for headings.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it shows, in a few sentences.</summary>
    public string Description { get; init; } = "";

    /// <summary>The fleet.</summary>
    public required FleetModel Fleet { get; init; }

    /// <summary>How long to simulate, seconds.</summary>
    public required double HorizonS { get; init; }

    /// <summary>The seed used when none is asked for.</summary>
    public long Seed { get; init; } = 123;

    /// <summary>Where randomness comes from.</summary>
    public RandomMode Random { get; init; } = RandomMode.Independent;

    /// <summary>Time between samples of the time series, seconds.</summary>
    public double SampleEveryS { get; init; } = 300;

    /// <summary>How old a site's report may be when a policy reads it, seconds; 0 = always fresh.</summary>
    public double StatusEveryS { get; init; }

    /// <summary>Factor on all arrival rates of processes (not of traces).</summary>
    public double Load { get; init; } = 1;

    /// <summary>What arrives at each ingress, by ingress index.</summary>
    public required IReadOnlyList<IngressWorkload> Workloads { get; init; }

    /// <summary>Jobs read from trace files, in order of time; they come on top of the processes.</summary>
    public IReadOnlyList<TraceJob> Trace { get; init; } = [];

    /// <summary>What happens to the fleet, in order of time.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Random failures of GPUs.</summary>
    public IReadOnlyList<GpuFailureProcess> GpuFailures { get; init; } = [];

    /// <summary>Sites that come to differ from their tables, in order of their indices; each at most once.</summary>
    public IReadOnlyList<SiteDrift> Drift { get; init; } = [];

    /// <summary>The policies to run when none is asked for; empty = all.</summary>
    public IReadOnlyList<PolicySpec> Policies { get; init; } = [];

    /// <summary>Decides in place of a policy whose decision cannot take effect.</summary>
    public PolicySpec Fallback { get; init; } = ShieldedPolicy.DefaultFallback;

    /// <summary>The energy side; null where money and emissions are not counted.</summary>
    public EnergyScenario? Energy { get; init; }

    /// <summary>Prices and weather at the sites of the service providers of the fleet, by their index; null for a fleet without any.</summary>
    public EnergyScenario? ProviderEnergy { get; init; }

    /// <summary>How much power the fleet may draw; null for no cap.</summary>
    public PowerCap? PowerCap { get; init; }
}
