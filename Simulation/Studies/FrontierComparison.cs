using ControlPlane.Planning.Frontier;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Studies;

/// <summary>Holds a run against the energy-service frontier at its own load, mean job size and available GPUs (spec d).</summary>
public static class FrontierComparison
{
    private const int CurvePoints = 48;

    /// <summary>
    /// The frontier of a run. Load = useful work per second; GPUs = time average of the working ones, so that a lost site leaves the LP for as long as it
    /// is lost; service time = that of the work done. Taken so, no run can lie below it. Where sites drift it is the truth's, part by part of the run (<see cref="DriftFrontier"/>).
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="run">The run; must have done some work.</param>
    public static FrontierReference Of(Scenario scenario, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(run);
        var problem = Problem(scenario, run);
        if (scenario.Drift.Count > 0)
            return OfDrift(new DriftFrontier(problem, scenario, run), run);
        var solver = new FrontierSolver();
        var extremes = solver.Extremes(problem);
        var own = solver.Solve(problem, run.WorkServiceS);
        var curve = Budgets(extremes).Select(budgetS => solver.Solve(problem, budgetS)).Where(p => p.IsFeasible)
            .Select(p => (p.BudgetS!.Value, p.EnergyPerUnitJ)).ToArray();
        return new FrontierReference(own.EnergyPerUnitJ, extremes.LeastServiceTimeS, curve, ServiceAt(curve, run.JoulesPerUnit));
    }

    /// <summary>The least energy per unit at a run's own load and service time, J, as in <see cref="Of"/> but without the curve.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="run">The run; must have done some work.</param>
    public static double JoulesPerUnit(Scenario scenario, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(run);
        var problem = Problem(scenario, run);
        return scenario.Drift.Count > 0
            ? new DriftFrontier(problem, scenario, run).JoulesPerUnit(run.WorkServiceS)
            : new FrontierSolver().Solve(problem, run.WorkServiceS).EnergyPerUnitJ;
    }

    private static FrontierReference OfDrift(DriftFrontier frontier, RunResult run)
    {
        (double, double)[] curve = [.. frontier.Curve()];
        return new FrontierReference(frontier.JoulesPerUnit(run.WorkServiceS), curve.Length > 0 ? curve[0].Item1 : double.NaN, curve, ServiceAt(curve, run.JoulesPerUnit));
    }

    private static FrontierProblem Problem(Scenario scenario, RunResult run) =>
        FleetFrontier.Problem(scenario.Fleet, [.. run.Sites.Select(s => s.Energy.UpGpuS / run.EndS)], run.ServedUnitsPerS, run.MeanSizeUnits);

    // Denser where the curve bends, near the fastest service.
    private static IEnumerable<double> Budgets(FrontierExtremes extremes)
    {
        var least = extremes.LeastServiceTimeS * (1 + 1e-6);
        var ratio = extremes.EnergyOptimalServiceTimeS / least;
        for (var k = 0; k < CurvePoints; k++)
            yield return least * Math.Pow(ratio, Math.Pow(k / (CurvePoints - 1.0), 1.5));
    }

    // The curve falls: the first point at or below the energy, interpolated.
    private static double ServiceAt(ReadOnlySpan<(double ServiceS, double Joules)> curve, double joules)
    {
        for (var k = 0; k < curve.Length; k++)
        {
            if (curve[k].Joules > joules)
                continue;
            if (k == 0)
                return curve[0].ServiceS;
            var (before, after) = (curve[k - 1], curve[k]);
            return after.ServiceS - (after.ServiceS - before.ServiceS) * (joules - after.Joules) / (before.Joules - after.Joules);
        }

        return double.NaN;
    }
}
