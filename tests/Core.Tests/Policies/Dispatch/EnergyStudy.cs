using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Forecasts;

namespace ControlPlane.Core.Tests.Policies.Dispatch;

/// <summary>A site over some days: what its energy costs under a dispatcher, and what it would cost at best.</summary>
internal sealed class EnergyStudy(BatterySpec battery, GridLimits grid, StorageSlot[] slots, int slotsPerDay)
{
    private const double Start = 0.5;

    private double StartKwh => Start * battery.CapacityKwh;

    /// <summary>Cost under a dispatcher, which knows the slots up to a day ahead: as they will be, or as they were the day before.</summary>
    public EnergySlot Run(IDispatchPolicy policy, bool isPerfect)
    {
        var present = new Battery(battery, Start);
        var site = new SiteEnergy(grid, present, fixedLossShare: 0);
        IForecast<StorageSlot> forecast = isPerfect ? new Perfect<StorageSlot>(slots) : new SameHour<StorageSlot>(slotsPerDay);
        var view = new DispatchView { Battery = present, Grid = grid, TargetKwh = StartKwh };
        for (var i = 0; i < slots.Length; i++)
        {
            view.Now = slots[i];
            view.Forecast = Coming(forecast, i);
            view.HoursToTarget = slots[i].Hours * (slots.Length - i) is var left && left <= 24 ? left : double.PositiveInfinity;
            var demand = new SiteDemand(Math.Max(0, slots[i].NetKw), 0, Math.Max(0, -slots[i].NetKw));
            site.Settle(policy.Dispatch(view), demand, slots[i].Tariff, slots[i].Hours);
        }

        // What is missing at the end is bought at the highest price that there was: nobody wins by an empty battery.
        var missingKwh = Math.Max(0, StartKwh - present.StoredKwh);
        return site.Total with { ImportUsd = site.Total.ImportUsd + missingKwh / battery.ChargeEfficiency * slots.Max(s => s.Tariff.BuyUsdPerKwh) };
    }

    /// <summary>The least cost with perfect foresight.</summary>
    public double BestUsd(int levels) => new StorageProgram(battery, grid, levels).Solve(slots, StartKwh, StartKwh).CostUsd;

    private StorageSlot[] Coming(IForecast<StorageSlot> forecast, int slot)
    {
        var coming = new StorageSlot[Math.Min(slotsPerDay - 1, slots.Length - slot - 1)];
        forecast.Fill(slots.AsSpan(0, slot + 1), coming);
        return coming;
    }
}
