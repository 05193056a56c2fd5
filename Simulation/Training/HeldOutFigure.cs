namespace ControlPlane.Simulation.Training;

/// <summary>A figure that held-out runs give.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Column">Its name in files, with the unit.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Title">Its name in reports.</param>
/// <param name="Chart">The heading of its chart.</param>
/// <param name="IsMoreBetter">Whether more of it is better.</param>
public sealed record HeldOutFigure(string Name, string Column, string Unit, string Title, string Chart, bool IsMoreBetter = false);
