namespace ControlPlane.Simulation.Reports.Html;

/// <summary>Which value of a table column is emphasised as the best.</summary>
public enum BestValue
{
    /// <summary>None.</summary>
    None,

    /// <summary>The lowest.</summary>
    Lowest,

    /// <summary>The highest.</summary>
    Highest,
}
