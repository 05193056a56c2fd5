using ControlPlane.Planning.Frontier;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>The point of the frontier below a run, with its prices.</summary>
internal static class FrontierPrices
{
    /// <summary>Null when the run was not compared with the frontier, or has no point on it.</summary>
    public static FrontierPoint? Of(Scenario scenario, RunResult run)
    {
        if (run.Frontier is null || !double.IsFinite(run.Frontier.JoulesPerUnit))
            return null;
        var gpus = run.Sites.Select(s => s.Energy.UpGpuS / run.EndS).ToArray();
        var point = EnergyFrontier.Solve(FleetFrontier.Problem(scenario.Fleet, gpus, run.ServedUnitsPerS, run.MeanSizeUnits), run.WorkServiceS);
        return point.IsFeasible ? point : null;
    }
}
