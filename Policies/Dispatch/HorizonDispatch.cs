using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>
/// Plans the battery anew in every slot over all that is forecast, by dynamic programming, and does the first step of the plan. What is left at the end of the horizon is
/// worth what it cost to buy at the mean price of the horizon.
/// </summary>
/// <param name="battery">The battery.</param>
/// <param name="grid">The grid connection.</param>
/// <param name="levels">Energies in the plan's grid.</param>
public sealed class HorizonDispatch(BatterySpec battery, GridLimits grid, int levels = 41) : IDispatchPolicy
{
    private readonly StorageProgram _program = new(battery, grid, levels);
    private StorageSlot[] _slots = [];

    /// <inheritdoc/>
    public string Name => "horizon";

    /// <inheritdoc/>
    public SiteSetPoint Dispatch(DispatchView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Battery is not { } present)
            return default;
        var horizon = Horizon(view);
        var isToTarget = double.IsFinite(view.HoursToTarget);
        var meanUsd = 0.0;
        foreach (ref readonly var slot in horizon)
            meanUsd += slot.Tariff.BuyUsdPerKwh / horizon.Length;
        var plan = isToTarget
            ? _program.Solve(horizon, present.StoredKwh, view.TargetKwh)
            : _program.Solve(horizon, present.StoredKwh, battery.MinKwh, Math.Max(0, meanUsd));
        var powerKw = plan.BatteryKw[0];
        return new SiteSetPoint(Math.Clamp(powerKw, -present.DischargeRoomKw(view.Now.Hours), present.ChargeRoomKw(view.Now.Hours)));
    }

    // Up to the moment at which the target counts, if there is one.
    private ReadOnlySpan<StorageSlot> Horizon(DispatchView view)
    {
        if (_slots.Length <= view.Forecast.Count)
            _slots = new StorageSlot[view.Forecast.Count + 1];
        var (count, hours) = (0, 0.0);
        _slots[count++] = view.Now;
        hours += view.Now.Hours;
        for (var i = 0; i < view.Forecast.Count && hours < view.HoursToTarget - 1e-9; i++)
        {
            _slots[count++] = view.Forecast[i];
            hours += view.Forecast[i].Hours;
        }

        return _slots.AsSpan(0, count);
    }
}
