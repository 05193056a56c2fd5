using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine;

/// <summary>Runs one policy on one scenario with one seed. Single-threaded and deterministic; many runs may go side by side.</summary>
public static class Simulator
{
    /// <summary>Runs to the horizon or until cancelled.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellation">Ends the run early; the result is then marked partial and holds up to that moment.</param>
    /// <exception cref="ArgumentException">The policy or one of its settings is unknown.</exception>
    public static RunResult Run(
        Scenario scenario, PolicySpec policy, long seed, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(policy);
        using var run = new SimulationRun(scenario, policy, seed, options ?? new RunOptions());
        run.Execute(cancellation);
        return run.Result();
    }
}
