namespace ControlPlane.Planning.Linear;

/// <summary>Which simplex method a solve begins with.</summary>
public enum SimplexMethod
{
    /// <summary>The dual method where the starting basis is dual but not primal feasible, otherwise the primal method.</summary>
    Automatic,

    /// <summary>The primal method from the start, with its phase 1 where needed.</summary>
    Primal,
}
