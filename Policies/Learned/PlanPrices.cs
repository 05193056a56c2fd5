using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Planning.Frontier;
using ControlPlane.Policies.Fluid;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// The dual prices of the frontier LP at a price of time, as features: the LP without a budget on the mean service time, which instead costs its price. Solved
/// again when load, working GPUs or the price have changed by a twentieth.
/// </summary>
/// <param name="model">The fleet.</param>
/// <param name="tables">Its tables as telemetry corrects them; null for the tables as they are.</param>
internal sealed class PlanPrices(FleetModel model, MeasuredTables? tables = null)
{
    private const double Step = 0.05;
    // Above what the fleet can carry the LP has no solution; the prices of nearly all of it are as good.
    private const double MostOfCapacity = 0.995;
    private readonly FrontierSolver _solver = new();
    private readonly double[] _prices = new double[model.SiteCount];
    private readonly double[] _gpus = new double[model.SiteCount];
    private double _load = double.NaN;
    private double _timePrice = double.NaN;
    private int _version;

    /// <summary>The prices of GPUs, per occupancy, by site.</summary>
    public ReadOnlySpan<double> Follow(FleetView view, LoadEstimator estimate, double timePrice, OptionCosts costs)
    {
        var load = estimate.LoadUnitsPerS(view.NowS);
        var isChanged = !(Math.Abs(load - _load) <= Step * _load) || !(Math.Abs(timePrice - _timePrice) <= Step * _timePrice);
        isChanged |= _version != (tables?.Version ?? 0);
        _version = tables?.Version ?? 0;
        for (var site = 0; site < _gpus.Length; site++)
        {
            var gpus = view.Sites[site] is { IsUp: true, IsDraining: false } status ? status.UpGpus : 0;
            isChanged |= gpus != _gpus[site];
            _gpus[site] = gpus;
        }

        if (isChanged)
        {
            (_load, _timePrice) = (load, timePrice);
            Solve(load, estimate.MeanSizeUnits, timePrice);
            for (var site = 0; site < _prices.Length; site++)
                _prices[site] *= costs.MeanSecondsPerUnit / costs.MeanJoules;
        }

        return _prices;
    }

    private void Solve(double loadUnitsPerS, double meanSizeUnits, double timePrice)
    {
        Array.Clear(_prices);
        var problem = FleetFrontier.Problem(model, _gpus, loadUnitsPerS, meanSizeUnits);
        problem = tables?.Correct(problem) ?? problem;
        // A second of service time costs like as many watts more.
        var watts = timePrice * meanSizeUnits;
        problem = problem with { Sites = [.. problem.Sites.Select(s => s with { Points = [.. s.Points.Select(p => p with { PowerW = p.PowerW + watts })] })] };
        var most = problem.MaxLoadUnitsPerS * MostOfCapacity;
        if (most <= 0)
            return;
        var point = _solver.Solve(problem with { LoadUnitsPerS = Math.Min(loadUnitsPerS, most) }, null);
        for (var site = 0; point.IsFeasible && site < _prices.Length; site++)
            _prices[site] = point.Sites[site].CapacityPriceJPerGpuS;
    }
}
