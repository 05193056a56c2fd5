using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>Decides what battery and generator of a site do in the slot that begins. An instance serves one site of one run and one thread.</summary>
public interface IDispatchPolicy
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Decides.</summary>
    /// <param name="view">What is known at the site.</param>
    SiteSetPoint Dispatch(DispatchView view);
}
