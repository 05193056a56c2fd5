namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>What stands before a name in a legend.</summary>
internal enum LegendKey
{
    /// <summary>A piece of the line with its marker.</summary>
    Line,

    /// <summary>A filled square in the colour of the slot.</summary>
    Swatch,

    /// <summary>A filled square in the colour of the sequential scale.</summary>
    Ramp,
}
