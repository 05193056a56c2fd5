using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>Stores what sun and wind give beyond the need, and uses it as soon as it is needed; looks at no price.</summary>
public sealed class SelfConsumption : IDispatchPolicy
{
    /// <inheritdoc/>
    public string Name => "self-consumption";

    /// <inheritdoc/>
    public SiteSetPoint Dispatch(DispatchView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Battery is not { } battery)
            return default;
        var (netKw, hours) = (view.Now.NetKw, view.Now.Hours);
        return new SiteSetPoint(netKw < 0 ? Math.Min(-netKw, battery.ChargeRoomKw(hours)) : -Math.Min(netKw, battery.DischargeRoomKw(hours)));
    }
}
