namespace ControlPlane.Policies.Capping;

/// <summary>How a power cap lowers clocks.</summary>
public enum CappingMode
{
    /// <summary>All jobs of a site together, one level at a time, the site first where that saves most power (cap_uniform of CHSAC-AF's public code).</summary>
    Uniform,

    /// <summary>One job at a time, first where most power is saved for the speed that is lost (cap_greedy).</summary>
    Greedy,
}
