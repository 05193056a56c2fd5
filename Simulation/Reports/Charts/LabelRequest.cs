namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>A label that wants a place near a point of the drawing.</summary>
/// <param name="X">The point it names, horizontally.</param>
/// <param name="Y">The point it names, vertically.</param>
/// <param name="Width">Width of the label.</param>
/// <param name="Height">Height of the label.</param>
/// <param name="Clearance">Distance to keep from the point: the radius of its marker.</param>
public readonly record struct LabelRequest(double X, double Y, double Width, double Height, double Clearance);
