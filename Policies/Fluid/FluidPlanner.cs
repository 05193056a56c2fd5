using ControlPlane.Planning.Frontier;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Fluid;

/// <summary>Solves the frontier LP for the present load, working GPUs and the tables as telemetry corrects them. Without a feasible solution it plans the next best thing.</summary>
internal sealed class FluidPlanner(MeasuredTables tables)
{
    // Above what the fleet can carry, plan for nearly all of it; the rest queues under any policy.
    private const double MostOfCapacity = 0.995;
    private readonly FrontierSolver _solver = new();

    /// <summary>Plans; null when no site works.</summary>
    /// <param name="gpus">Working GPUs by site that take jobs.</param>
    /// <param name="loadUnitsPerS">Present load, units/s.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    /// <param name="budgetS">Mean service time allowed, s; infinite for no limit.</param>
    public FluidPlan? Solve(double[] gpus, double loadUnitsPerS, double meanSizeUnits, double budgetS)
    {
        var problem = tables.Correct(FleetFrontier.Problem(tables.Model, gpus, loadUnitsPerS, meanSizeUnits));
        var most = problem.MaxLoadUnitsPerS * MostOfCapacity;
        if (most <= 0)
            return null;
        if (loadUnitsPerS > most)
            problem = problem with { LoadUnitsPerS = most };
        var point = _solver.Solve(problem, double.IsInfinity(budgetS) ? null : budgetS);
        if (!point.IsFeasible)
            point = _solver.Solve(problem, _solver.Extremes(problem).LeastServiceTimeS * 1.001);
        return point.IsFeasible ? new FluidPlan(point, problem.LoadUnitsPerS, meanSizeUnits, budgetS) : null;
    }
}
