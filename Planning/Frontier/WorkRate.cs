namespace ControlPlane.Planning.Frontier;

/// <summary>Work that a site serves at one operating point.</summary>
/// <param name="Site">Index of the site in the problem.</param>
/// <param name="Point">Index of the operating point at the site.</param>
/// <param name="OperatingPoint">The operating point itself.</param>
/// <param name="UnitsPerS">Work rate, units/s, above 0.</param>
public readonly record struct WorkRate(int Site, int Point, OperatingPoint OperatingPoint, double UnitsPerS);
