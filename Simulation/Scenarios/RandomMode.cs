namespace ControlPlane.Simulation.Scenarios;

/// <summary>Where a run's randomness comes from.</summary>
public enum RandomMode
{
    /// <summary>An independent stream for each use: policies are compared on the same arrivals and sizes.</summary>
    Independent,

    /// <summary>One Python-compatible Mersenne Twister for everything, in the published simulator's order of draws.</summary>
    Published,
}
