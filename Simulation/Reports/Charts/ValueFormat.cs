namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>How the values of a chart are written.</summary>
public enum ValueFormat
{
    /// <summary>As plain numbers.</summary>
    Number,

    /// <summary>Shares from 0 to 1 as percentages.</summary>
    Percent,
}
