namespace ControlPlane.Planning.Frontier;

/// <summary>
/// One point of the frontier: the least fleet energy per work unit for a mean service time, with the optimum's work rates and
/// prices. Of an infeasible point the numbers are NaN and the lists empty.
/// </summary>
public sealed record FrontierPoint
{
    /// <summary>The mean service time allowed, s; null where there is no limit.</summary>
    public required double? BudgetS { get; init; }

    /// <summary>Null when the load can be carried within the budget, otherwise why not.</summary>
    public string? InfeasibleReason { get; init; }

    /// <summary>Whether the load can be carried within the budget.</summary>
    public bool IsFeasible => InfeasibleReason is null;

    /// <summary>Least fleet energy per work unit, sleeping GPUs included, J.</summary>
    public double EnergyPerUnitJ { get; init; } = double.NaN;

    /// <summary>Mean service time of the optimum, s; at most the budget.</summary>
    public double MeanServiceTimeS { get; init; } = double.NaN;

    /// <summary>Energy per unit saved per second by which the mean service time may grow, J per unit per s; 0 where the budget is slack.</summary>
    public double ServiceTimePriceJPerUnitS { get; init; } = double.NaN;

    /// <summary>Fleet power per further unit/s of load, at the same mean service time: the marginal energy of a unit, J.</summary>
    public double MarginalEnergyPerUnitJ { get; init; } = double.NaN;

    /// <summary>The positive work rates, by site and operating point; they sum to the load.</summary>
    public IReadOnlyList<WorkRate> WorkRates { get; init; } = [];

    /// <summary>Load, utilisation and capacity price of every site, in the problem's order.</summary>
    public IReadOnlyList<SiteLoad> Sites { get; init; } = [];

    /// <summary>Simplex iterations spent.</summary>
    public required int Iterations { get; init; }
}
