using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Planned;

/// <summary>When a fleet plan holds, and what time costs in it.</summary>
public sealed record FleetPlanTerms
{
    private const double HourS = 3600;

    /// <summary>Number of slots, 1 to <see cref="FleetPlan.MostSlots"/>.</summary>
    public required int Slots { get; init; }

    /// <summary>Length of a slot, s, in [60, 86400].</summary>
    public double SlotLengthS { get; init; } = HourS;

    /// <summary>Whether it begins anew when it has ended, as a day does.</summary>
    public bool Repeats { get; init; } = true;

    /// <summary>Mean service time that it was made to keep, s; null for none.</summary>
    public double? BudgetS { get; init; }

    /// <summary>Price of a second of mean service time, USD per unit of work, ≥ 0; 0 where it is not known.</summary>
    public double TimeUsdPerUnitS { get; init; }

    /// <summary>The slot of a time; -1 before it begins and after it has ended.</summary>
    /// <param name="timeS">Seconds since its beginning.</param>
    public int SlotAt(double timeS)
    {
        var slot = Math.Floor(timeS / SlotLengthS);
        if (Repeats)
            slot -= Slots * Math.Floor(slot / Slots);
        return slot >= 0 && slot < Slots ? (int)slot : -1;
    }

    /// <summary>What is wrong; null where nothing is.</summary>
    internal string? Complain() =>
        Slots is < 1 or > FleetPlan.MostSlots ? $"slots: {Slots} must lie in [1, {FleetPlan.MostSlots}]"
        : !(SlotLengthS is >= 60 and <= 86_400) ? $"slot length: {SlotLengthS} s must lie in [60, 86400]"
        : BudgetS is { } budget && !(budget is > 0 and < 1e9) ? $"budget: {budget} s must lie in (0, 1e9)"
        : !(TimeUsdPerUnitS is >= 0 and < 1e6) ? $"price of time: {TimeUsdPerUnitS} USD per unit and second must lie in [0, 1e6)"
        : null;

    internal IReadOnlyDictionary<string, double[]> ToSettings()
    {
        var settings = new SortedDictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["slots"] = [Slots],
            ["slot-s"] = [SlotLengthS],
            ["repeats"] = [Repeats ? 1 : 0],
            ["time-usd-per-unit-s"] = [TimeUsdPerUnitS],
        };
        if (BudgetS is { } budget)
            settings["budget-s"] = [budget];
        return settings;
    }

    internal static FleetPlanTerms Of(ModelCard card)
    {
        var terms = new FleetPlanTerms
        {
            Slots = card.Count("slots", FleetPlan.MostSlots),
            SlotLengthS = Number(card, "slot-s") ?? HourS,
            Repeats = card.Is("repeats"),
            BudgetS = Number(card, "budget-s"),
            TimeUsdPerUnitS = Number(card, "time-usd-per-unit-s") ?? 0,
        };
        return terms.Complain() is { } complaint ? throw new CheckpointException(CheckpointFault.Corrupt, $"the plan is corrupt: {complaint}.") : terms;
    }

    private static double? Number(ModelCard card, string name) => card.Settings.GetValueOrDefault(name) is [var number] ? number : null;
}
