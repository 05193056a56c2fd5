namespace ControlPlane.Planning.Joint.Solving;

/// <summary>The joint plan and what it is compared with (compute-power-milp.md, section 1.6; the paper does not define its own).</summary>
public enum PlanVariant
{
    /// <summary>Everything at once.</summary>
    Joint,

    /// <summary>Batteries stand still.</summary>
    NoBattery,

    /// <summary>Inference is served where it arises.</summary>
    NoRouting,

    /// <summary>Neither carbon's price nor its budget counts.</summary>
    NoCarbon,

    /// <summary>Work is planned against one flat price of energy; then sun and wind are used, and the grid. No battery, no units, no export.</summary>
    ComputeOnly,

    /// <summary>Jobs run first come, first served; inference is served where it arises; then energy is planned.</summary>
    EnergyOnly,
}
