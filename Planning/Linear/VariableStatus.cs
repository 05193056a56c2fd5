namespace ControlPlane.Planning.Linear;

/// <summary>Where a variable, or a row's activity, stands in a basis.</summary>
public enum VariableStatus : byte
{
    /// <summary>Nonbasic at its lower bound.</summary>
    AtLower,

    /// <summary>Nonbasic at its upper bound.</summary>
    AtUpper,

    /// <summary>Nonbasic at zero, without finite bounds.</summary>
    Free,

    /// <summary>Basic: its value follows from the rows.</summary>
    Basic,
}
