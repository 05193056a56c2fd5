using ControlPlane.Planning.Frontier;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Frontier;

/// <summary>The frontier of a scenario's fleet at its offered load.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Without">Indices of sites taken out.</param>
/// <param name="Problem">What was solved.</param>
/// <param name="Extremes">The ends of the frontier.</param>
/// <param name="Points">A point a budget.</param>
internal sealed record FrontierStudy(
    Scenario Scenario,
    IReadOnlyList<int> Without,
    FrontierProblem Problem,
    FrontierExtremes Extremes,
    IReadOnlyList<FrontierPoint> Points)
{
    /// <summary>Poses the problem and finds its ends; points come later.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="without">Indices of sites taken out.</param>
    /// <param name="utilisation">Largest busy share of a site, (0, 1].</param>
    /// <param name="cancellation">Ends the solve.</param>
    public static FrontierStudy Pose(Scenario scenario, IReadOnlyList<int> without, double utilisation, CancellationToken cancellation)
    {
        var load = OfferedLoad.Of(scenario);
        var gpus = scenario.Fleet.Sites.Select((s, i) => without.Contains(i) ? 0.0 : s.GpuCount).ToArray();
        var problem = FleetFrontier.Problem(scenario.Fleet, gpus, load.UnitsPerS, load.MeanSizeUnits, utilisation);
        return new FrontierStudy(scenario, without, problem, EnergyFrontier.Extremes(problem, cancellation), []);
    }

    /// <summary>The same with a point a budget.</summary>
    /// <param name="budgetsS">Mean service times in seconds; null = no limit.</param>
    /// <param name="cancellation">Ends the solve.</param>
    public FrontierStudy Solve(IReadOnlyList<double?> budgetsS, CancellationToken cancellation)
    {
        var solver = new FrontierSolver();
        return this with { Points = [.. budgetsS.Select(b => solver.Solve(Problem, b, cancellation))] };
    }

    /// <summary>Whether the load can be carried at all.</summary>
    public bool IsFeasible => !double.IsNaN(Extremes.LeastServiceTimeS);
}
