using ControlPlane.Fleet.Generation;

namespace ControlPlane.Simulation.Calibration;

/// <summary>The fitted curve of one model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Curve">The curve.</param>
/// <param name="StandardErrors">Of amplitude, steepness, midpoint and, with four parameters, floor.</param>
/// <param name="RSquared">Share of the variance that the curve explains.</param>
/// <param name="Points">The points with their residuals.</param>
/// <param name="Warnings">What to keep in mind, a sentence each.</param>
public sealed record QualityFit(
    string Model, QualityCurve Curve, IReadOnlyList<double> StandardErrors, double RSquared, IReadOnlyList<QualityPoint> Points, IReadOnlyList<string> Warnings);
