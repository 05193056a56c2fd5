namespace ControlPlane.Simulation.Generation.Arrivals;

/// <summary>About what decisions are taken.</summary>
public enum ArrivalMode
{
    /// <summary>All jobs of a slot, an origin and a deadline class at once.</summary>
    Cohort,

    /// <summary>Each job.</summary>
    PerJob,
}
