using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// Describes every site in numbers of order one that mean the same in every fleet: room, what its options cost against the best of the fleet, how much of the
/// load it could carry and how much the cheaper sites could, the prices and the load.
/// </summary>
internal sealed class SiteFeatures
{
    /// <summary>Numbers for each site.</summary>
    public const int Count = 19;

    private const float Most = 3;
    private readonly FleetModel _model;
    private readonly OptionCosts _costs;
    private readonly int[] _order;
    private readonly double[] _leastCost;
    private readonly double[] _capacity;
    private double _leastOfAll;

    /// <summary>Reserves the memory.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="costs">Costs of its options.</param>
    public SiteFeatures(FleetModel model, OptionCosts costs)
    {
        (_model, _costs) = (model, costs);
        _order = [.. Enumerable.Range(0, model.SiteCount)];
        (_leastCost, _capacity) = (new double[model.SiteCount], new double[model.SiteCount]);
    }

    /// <summary>Names of the numbers, for explanations and ablations.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "free share", "free GPUs", "waiting", "working share", "working GPUs", "cost on 1", "cost on 2", "cost on 4", "cost on 8", "least cost",
        "share of the load", "cheaper capacity", "cheaper free GPUs", "price of time", "load", "free share of the fleet", "LP price", "usable", "granularity",
    ];

    /// <summary>Follows a change of the price of time or of working GPUs.</summary>
    public void Reprice(FleetView view)
    {
        for (var site = 0; site < _order.Length; site++)
        {
            var (best, gpus) = (double.PositiveInfinity, 1);
            for (var n = 1; n <= _costs.MostGpus(site); n++)
            {
                if (_costs.Cost(site, n) < best)
                    (best, gpus) = (_costs.Cost(site, n), n);
            }

            _leastCost[site] = best;
            // Units per second when all GPUs work at the least cost.
            _capacity[site] = view.Sites[site].UpGpus / (_costs.Best(site, gpus, 0).Occupancy * _costs.MeanSecondsPerUnit);
        }

        Array.Sort(_order, (x, y) => _leastCost[x] != _leastCost[y] ? _leastCost[x].CompareTo(_leastCost[y]) : x.CompareTo(y));
        _leastOfAll = double.PositiveInfinity;
        for (var site = 0; site < _order.Length; site++)
            _leastOfAll = view.Sites[site].UpGpus > 0 ? Math.Min(_leastOfAll, _leastCost[site]) : _leastOfAll;
        if (double.IsInfinity(_leastOfAll))
            _leastOfAll = _leastCost.Min();
    }

    /// <summary>Writes the features.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="free">GPUs that are free and not reserved, by site.</param>
    /// <param name="loadUnitsPerS">Present load.</param>
    /// <param name="planPrices">The LP's prices of GPUs, per occupancy, by site; empty without an LP.</param>
    /// <param name="features">Sites x <see cref="Count"/>; written.</param>
    public void Write(FleetView view, ReadOnlySpan<int> free, double loadUnitsPerS, ReadOnlySpan<double> planPrices, Span<float> features)
    {
        var (allFree, allUp, capacity) = (0, 0, 0.0);
        for (var site = 0; site < _order.Length; site++)
        {
            allFree += free[site];
            allUp += view.Sites[site].UpGpus;
            capacity += _capacity[site];
        }

        var load = Math.Max(loadUnitsPerS, 1e-9);
        var (cheaper, cheaperFree) = (0.0, 0);
        foreach (var site in _order)
        {
            ref readonly var status = ref view.Sites[site];
            var row = features.Slice(site * Count, Count);
            var up = Math.Max(1, status.UpGpus);
            row[0] = (float)free[site] / up;
            row[1] = Log(free[site]);
            row[2] = Bound((double)(status.Queued + view.InTransit[site]) / up);
            row[3] = (float)status.UpGpus / _model.Sites[site].GpuCount;
            row[4] = Log(status.UpGpus);
            for (var k = 0; k < 4; k++)
                row[5 + k] = Bound(_costs.Cost(site, Math.Min(1 << k, _costs.MostGpus(site))) - _leastOfAll);
            row[9] = Bound(_leastCost[site] - _leastOfAll);
            row[10] = Bound(_capacity[site] / load);
            row[11] = Bound(cheaper / load);
            row[12] = Log(cheaperFree);
            row[13] = (float)Math.Clamp(Math.Log(Math.Max(1e-9, _costs.SecondPrice * _costs.MeanSecondsPerUnit)) / 3, -Most, Most);
            row[14] = Bound(load / Math.Max(capacity, 1e-9));
            row[15] = (float)allFree / Math.Max(1, allUp);
            row[16] = planPrices.IsEmpty ? 0 : Bound(planPrices[site]);
            row[17] = status is { IsUp: true, Accepting: true, IsDraining: false } ? 1 : 0;
            row[18] = Bound(8.0 / up);
            cheaper += _capacity[site];
            cheaperFree += free[site];
        }
    }

    private static float Log(int count) => (float)(Math.Log(1 + count) / 6);

    private static float Bound(double x) => (float)Math.Min(x, Most);
}
