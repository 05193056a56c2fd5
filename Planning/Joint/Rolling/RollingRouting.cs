namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>What routes inference between two plans.</summary>
public enum RollingRouting
{
    /// <summary>A linear programme in each slot, with the demand as it is.</summary>
    Program,

    /// <summary>The shares of the plan, as they are.</summary>
    Held,

    /// <summary>The Bregman router, which begins with the shares of each plan.</summary>
    Bregman,
}
