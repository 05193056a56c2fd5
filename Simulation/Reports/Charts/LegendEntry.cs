namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One line of a legend.</summary>
/// <param name="Name">The series.</param>
/// <param name="Slot">Its style slot.</param>
/// <param name="Key">What stands before the name.</param>
/// <param name="Opacity">Fill opacity of a swatch, 0 to 1.</param>
internal readonly record struct LegendEntry(string Name, int Slot, LegendKey Key, double Opacity = 1);
