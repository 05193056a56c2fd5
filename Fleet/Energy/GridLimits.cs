namespace ControlPlane.Fleet.Energy;

/// <summary>How much a grid connection carries.</summary>
/// <param name="ImportKw">The most power bought, kW, ≥ 0.</param>
/// <param name="ExportKw">The most power sold, kW, ≥ 0.</param>
public readonly record struct GridLimits(double ImportKw, double ExportKw);
