namespace ControlPlane.Planning.Routing;

/// <summary>
/// Where the demand of each class goes: shares of sites, cheapest within the room of every site and one budget of emissions (bregman-routing.md, section 2.2).
/// </summary>
public sealed class RoutingProblem
{
    private readonly double[] _costUsd;
    private readonly double[] _emissionsT;

    /// <summary>Makes a problem.</summary>
    /// <param name="demand">Demand of each class, > 0, in units that fill capacity.</param>
    /// <param name="capacity">What each site can take, > 0.</param>
    /// <param name="costUsd">Cost of a unit, classes x sites, sites following one another; positive infinity where a site is not allowed. The problem keeps the array.</param>
    /// <param name="emissionsT">Emissions of a unit, t, ≥ 0, of the same shape; empty for none.</param>
    /// <param name="budgetT">What all may emit, t, > 0; infinite for no budget.</param>
    /// <exception cref="ArgumentException">A value is out of its range, shapes differ, or a class has no site.</exception>
    public RoutingProblem(double[] demand, double[] capacity, double[] costUsd, double[]? emissionsT = null, double budgetT = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(capacity);
        ArgumentNullException.ThrowIfNull(costUsd);
        (Demand, Capacity, _costUsd, _emissionsT, BudgetT) = (demand, capacity, costUsd, emissionsT ?? [], budgetT);
        if (costUsd.Length != demand.Length * capacity.Length || (_emissionsT.Length != 0 && _emissionsT.Length != costUsd.Length))
            throw new ArgumentException($"{costUsd.Length} costs and {_emissionsT.Length} emissions for {demand.Length} classes and {capacity.Length} sites.", nameof(costUsd));
        if (!demand.All(d => d is > 0 and < double.PositiveInfinity) || !capacity.All(c => c is > 0 and < double.PositiveInfinity) || !(budgetT > 0))
            throw new ArgumentException("Demands, capacities and the budget must be above 0, demands and capacities finite.", nameof(demand));
        if (costUsd.Any(c => double.IsNaN(c) || double.IsNegativeInfinity(c)) || !_emissionsT.All(e => e is >= 0 and < double.PositiveInfinity))
            throw new ArgumentException("Costs must be numbers, and emissions at least 0 and finite.", nameof(costUsd));
        for (var k = 0; k < demand.Length; k++)
        {
            if (!Costs(k).ContainsAnyExcept(double.PositiveInfinity))
                throw new ArgumentException($"Class {k} has no site.", nameof(costUsd));
        }
    }

    /// <summary>Number of classes.</summary>
    public int Classes => Demand.Length;

    /// <summary>Number of sites.</summary>
    public int Sites => Capacity.Length;

    /// <summary>What all may emit, t.</summary>
    public double BudgetT { get; }

    /// <summary>Whether emissions have a budget.</summary>
    public bool HasBudget => _emissionsT.Length > 0 && double.IsFinite(BudgetT);

    /// <summary>Demand of each class.</summary>
    public IReadOnlyList<double> Demands => Demand;

    /// <summary>What each site can take.</summary>
    public IReadOnlyList<double> Capacities => Capacity;

    internal double[] Demand { get; }

    internal double[] Capacity { get; }

    /// <summary>Cost of a unit of a class at each site, USD; positive infinity where it is not allowed.</summary>
    /// <param name="k">The class.</param>
    public ReadOnlySpan<double> Costs(int k) => _costUsd.AsSpan(k * Sites, Sites);

    /// <summary>Emissions of a unit of a class at each site, t; empty without any.</summary>
    /// <param name="k">The class.</param>
    public ReadOnlySpan<double> Emissions(int k) => _emissionsT.Length == 0 ? [] : _emissionsT.AsSpan(k * Sites, Sites);

    /// <summary>Whether a class may go to a site.</summary>
    /// <param name="k">The class.</param>
    /// <param name="s">The site.</param>
    public bool IsAllowed(int k, int s) => _costUsd[k * Sites + s] < double.PositiveInfinity;

    /// <summary>What shares cost, USD.</summary>
    /// <param name="shares">Shares, classes x sites.</param>
    public double CostUsd(ReadOnlySpan<double> shares) => Sum(shares, _costUsd);

    /// <summary>What shares emit, t.</summary>
    /// <param name="shares">Shares, classes x sites.</param>
    public double EmissionsOf(ReadOnlySpan<double> shares) => _emissionsT.Length == 0 ? 0 : Sum(shares, _emissionsT);

    /// <summary>What shares bring to a site, in units of capacity.</summary>
    /// <param name="shares">Shares, classes x sites.</param>
    /// <param name="s">The site.</param>
    public double Load(ReadOnlySpan<double> shares, int s)
    {
        var load = 0.0;
        for (var k = 0; k < Classes; k++)
            load += Demand[k] * shares[k * Sites + s];
        return load;
    }

    /// <summary>By how much shares break the worst of the limits, relative to it; below 0 where all are kept.</summary>
    /// <param name="shares">Shares, classes x sites.</param>
    public double WorstViolation(ReadOnlySpan<double> shares)
    {
        var worst = HasBudget ? EmissionsOf(shares) / BudgetT - 1 : double.NegativeInfinity;
        for (var s = 0; s < Sites; s++)
            worst = Math.Max(worst, Load(shares, s) / Capacity[s] - 1);
        return worst;
    }

    private double Sum(ReadOnlySpan<double> shares, double[] each)
    {
        var sum = 0.0;
        for (var k = 0; k < Classes; k++)
        {
            for (var s = 0; s < Sites; s++)
            {
                // An infinite cost has no share.
                if (shares[k * Sites + s] > 0)
                    sum += Demand[k] * shares[k * Sites + s] * each[k * Sites + s];
            }
        }

        return sum;
    }
}
