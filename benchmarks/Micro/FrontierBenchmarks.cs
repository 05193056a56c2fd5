using BenchmarkDotNet.Attributes;
using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Planning.Frontier;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>The frontier LP of the paper fleet: 512 operating points, 10 rows.</summary>
public class FrontierBenchmarks
{
    private const double BudgetS = 1250;
    private readonly FrontierSolver _warm = new();
    private FrontierProblem _problem = null!;
    private int _turn;

    [GlobalSetup]
    public void Setup() => _problem = Problem(1);

    /// <summary>From nothing: the problem is stated, its model built and solved.</summary>
    [Benchmark]
    public FrontierPoint Cold() => new FrontierSolver().Solve(Problem(1), BudgetS);

    /// <summary>Again from the last basis, at a load 2 % higher or lower.</summary>
    [Benchmark]
    public FrontierPoint Warm() =>
        _warm.Solve(_problem with { LoadUnitsPerS = _problem.LoadUnitsPerS * (_turn++ % 2 == 0 ? 1.02 : 0.98) }, BudgetS);

    internal static FrontierProblem Problem(double load)
    {
        var meanUnits = PaperFleet.Workload.Sizes!.MeanUnits;
        return FleetFrontier.Problem(PaperFleet.Model, load * PaperFleet.RatePerS * PaperFleet.Sites.Count * meanUnits, meanUnits);
    }
}
