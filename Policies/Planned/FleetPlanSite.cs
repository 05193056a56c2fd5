using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Planned;

/// <summary>What a fleet plan says of a site, slot by slot.</summary>
/// <param name="mostGpus">The most GPUs to keep busy, ≥ 0.</param>
/// <param name="gpuUsdPerH">What a GPU-hour is worth, USD, ≥ 0; 0 where GPUs are to spare.</param>
/// <param name="energyUsdPerKwh">What a kWh of the computers costs with cooling, losses and carbon, USD; may be below 0.</param>
/// <param name="batteryKw">Power of the battery at its terminals, kW: above 0 it charges, below it gives; 0 without one.</param>
public sealed class FleetPlanSite(double[] mostGpus, double[] gpuUsdPerH, double[] energyUsdPerKwh, double[] batteryKw) : ICheckpointed
{
    private const double Most = 1e6;

    /// <summary>The most GPUs to keep busy.</summary>
    public IReadOnlyList<double> MostGpus => mostGpus;

    /// <summary>What a GPU-hour is worth, USD.</summary>
    public IReadOnlyList<double> GpuUsdPerH => gpuUsdPerH;

    /// <summary>What a kWh of the computers costs, USD.</summary>
    public IReadOnlyList<double> EnergyUsdPerKwh => energyUsdPerKwh;

    /// <summary>Power of the battery, kW: above 0 it charges.</summary>
    public IReadOnlyList<double> BatteryKw => batteryKw;

    /// <summary>Whether it says something of each slot.</summary>
    /// <param name="slots">Number of slots.</param>
    internal bool Covers(int slots) => mostGpus.Length == slots && gpuUsdPerH.Length == slots && energyUsdPerKwh.Length == slots && batteryKw.Length == slots;

    /// <summary>One that says nothing yet, to be read.</summary>
    /// <param name="slots">Number of slots.</param>
    internal static FleetPlanSite Empty(int slots) => new(new double[slots], new double[slots], new double[slots], new double[slots]);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Array("most-gpus", mostGpus.AsSpan());
        state.Array("gpu-usd-per-h", gpuUsdPerH.AsSpan());
        state.Array("energy-usd-per-kwh", energyUsdPerKwh.AsSpan());
        state.Array("battery-kw", batteryKw.AsSpan());
    }

    /// <summary>What is wrong; null where nothing is.</summary>
    internal string? Complain() =>
        Complain("most GPUs", mostGpus, 0) ?? Complain("price of a GPU-hour", gpuUsdPerH, 0) ?? Complain("price of energy", energyUsdPerKwh, -Most) ?? Complain("power of the battery", batteryKw, -Most);

    private static string? Complain(string field, double[] values, double least)
    {
        var slot = Array.FindIndex(values, v => !(v >= least && v <= Most));
        return slot < 0 ? null : $"{field} in slot {slot} is {values[slot]}, which must lie in [{least}, {Most}]";
    }
}
