using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>Leaves the battery alone: what it is worth shows against this.</summary>
public sealed class NoDispatch : IDispatchPolicy
{
    /// <inheritdoc/>
    public string Name => "none";

    /// <inheritdoc/>
    public SiteSetPoint Dispatch(DispatchView view) => default;
}
