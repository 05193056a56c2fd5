namespace ControlPlane.Planning.Joint.Solving;

/// <summary>How the joint plan is solved.</summary>
public enum JointMethod
{
    /// <summary>As one programme up to 48 slots or slots of an hour, by the hour first otherwise.</summary>
    Automatic,

    /// <summary>As one programme.</summary>
    Whole,

    /// <summary>By the hour, then at full fineness with jobs fixed, then polished around what was found.</summary>
    HoursFirst,

    /// <summary>Without whole-number programmes: the greedy plan, and the bound of the linear relaxation.</summary>
    Greedy,
}
