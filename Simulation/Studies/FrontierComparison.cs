using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Studies;

/// <summary>Holds a run against the energy-service frontier at its own load, mean job size and available GPUs (spec d).</summary>
public static class FrontierComparison
{
    /// <summary>The frontier of a run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="run">The run; must have done some work.</param>
    public static FrontierReference? Of(Scenario scenario, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(run);
        return null;
    }
}
