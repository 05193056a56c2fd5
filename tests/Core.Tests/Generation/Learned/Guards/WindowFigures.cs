namespace ControlPlane.Core.Tests.Generation.Learned.Guards;

/// <summary>A window between two pay-outs, as means over its decisions.</summary>
/// <param name="Said">The reward that the shaper gives.</param>
/// <param name="OfActions">How much of it is due to the actions: what the same states with other actions do not have.</param>
/// <param name="Paid">The pay-out.</param>
internal readonly record struct WindowFigures(double Said, double OfActions, double Paid);
