using ControlPlane.Planning.Joint.Programs;

namespace ControlPlane.Planning.Joint;

/// <summary>What things are worth at the margin of a plan: by how much the benefit would rise with a little more of each, the whole-number decisions being as they are.</summary>
public sealed record PlanPrices
{
    /// <summary>A MWh at a site, by site and slot, USD.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> EnergyUsdPerMwh { get; init; }

    /// <summary>A GPU-hour at a site, by site and slot, USD; 0 where GPUs are idle.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> GpuUsdPerH { get; init; }

    /// <summary>A tonne of the carbon budget, USD, besides the price that every tonne has.</summary>
    public required double CarbonUsdPerT { get; init; }

    internal static PlanPrices Of(JointInstance instance, JointRows rows, IReadOnlyList<double> duals)
    {
        ArgumentNullException.ThrowIfNull(duals);
        // Costs are minimised, and a row's dual is what cost rises by with its bound: more load costs, more room saves.
        IReadOnlyList<IReadOnlyList<double>> Each(int[] blocks, double sign) =>
            [.. blocks.Select(first => Enumerable.Range(first, instance.Slots).Select(row => sign * duals[row] / instance.SlotHours + 0.0).ToArray())];
        return new PlanPrices
        {
            EnergyUsdPerMwh = Each(rows.Balance, 1),
            GpuUsdPerH = Each(rows.Capacity, -1),
            CarbonUsdPerT = rows.Carbon == JointRows.None ? 0 : -duals[rows.Carbon],
        };
    }
}
