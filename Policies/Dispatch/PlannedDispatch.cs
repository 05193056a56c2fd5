using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>
/// Does what a plan of the fleet wants of the battery, as far as it can; without one it does what <see cref="ThresholdArbitrage"/> does. What neither the site uses nor the grid takes or brings is left
/// out by the site.
/// </summary>
public sealed class PlannedDispatch : IDispatchPolicy
{
    private readonly ThresholdArbitrage _otherwise = new();

    /// <inheritdoc/>
    public string Name => "planned";

    /// <inheritdoc/>
    public SiteSetPoint Dispatch(DispatchView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.PlannedKw is not { } plannedKw)
            return _otherwise.Dispatch(view);
        var hours = view.Now.Hours;
        return view.Battery is { } battery ? new SiteSetPoint(Math.Clamp(plannedKw, -battery.DischargeRoomKw(hours), battery.ChargeRoomKw(hours))) : default;
    }
}
