namespace ControlPlane.Planning.Joint;

/// <summary>The carbon budget of all sites together and what carbon costs. Exports earn nothing: crediting them would invite import and export games.</summary>
public sealed record CarbonTerms
{
    /// <summary>Emissions allowed over the whole horizon, tCO2, ≥ 0; null for no budget.</summary>
    public double? BudgetT { get; init; }

    /// <summary>What each tonne costs, USD, ≥ 0.</summary>
    public double UsdPerT { get; init; }

    /// <summary>What each tonne above the budget costs besides, USD, > 0: a budget that cannot be kept is broken by as little as can be.</summary>
    public double SlackUsdPerT { get; init; } = 10_000;

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Complain() =>
        BudgetT is { } budget && !(budget is >= 0 and < 1e12) ? $"carbon budget: {budget} t must lie in [0, 1e12)"
        : !(UsdPerT is >= 0 and < 1e9) ? $"carbon price: {UsdPerT} USD/t must lie in [0, 1e9)"
        : !(SlackUsdPerT is > 0 and < 1e9) ? $"carbon slack: {SlackUsdPerT} USD/t must lie in (0, 1e9)"
        : null;
}
