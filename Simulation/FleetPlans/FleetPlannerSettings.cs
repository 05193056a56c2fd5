using ControlPlane.Policies.Planned;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>What a fleet plan is to keep, and how far it reaches.</summary>
public sealed record FleetPlannerSettings
{
    /// <summary>Mean service time to keep, s, &gt; 0; null for the least cost.</summary>
    public double? BudgetS { get; init; } = 1250;

    /// <summary>What a tonne of CO₂ costs beside the price of energy, USD, ≥ 0.</summary>
    public double CarbonUsdPerT { get; init; }

    /// <summary>By how much a site's cap lies above the GPUs planned to be busy, ≥ 0: load comes in waves that no mean knows.</summary>
    public double Headroom { get; init; } = 0.5;

    /// <summary>Slots to plan; null for as many as the scenario is long.</summary>
    public int? Slots { get; init; }

    /// <summary>Length of a slot, s.</summary>
    public double SlotLengthS { get; init; } = 3600;

    /// <summary>Whether the plan begins anew when it has ended.</summary>
    public bool Repeats { get; init; }

    /// <summary>What a GPU-hour of work costs that no site has room for, USD, &gt; 0: the most that a GPU-hour can be worth.</summary>
    public double UnservedUsdPerGpuH { get; init; } = 5;

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Complain() =>
        BudgetS is { } budget && !(budget is > 0 and < 1e9) ? $"budget: {budget} s must lie in (0, 1e9)"
        : !(CarbonUsdPerT is >= 0 and < 1e6) ? $"carbon price: {CarbonUsdPerT} USD/t must lie in [0, 1e6)"
        : !(Headroom is >= 0 and <= 10) ? $"headroom: {Headroom} must lie in [0, 10]"
        : Slots is < 1 or > FleetPlan.MostSlots ? $"slots: {Slots} must lie in [1, {FleetPlan.MostSlots}]"
        : !(SlotLengthS is >= 60 and <= 86_400) ? $"slot length: {SlotLengthS} s must lie in [60, 86400]"
        : !(UnservedUsdPerGpuH is > 0 and < 1e6) ? $"unserved: {UnservedUsdPerGpuH} USD/GPU-h must lie in (0, 1e6)"
        : null;
}
