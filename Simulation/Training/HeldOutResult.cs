namespace ControlPlane.Simulation.Training;

/// <summary>What a model does in held-out runs.</summary>
/// <param name="Main">The figure that <see cref="HeldOutKind.Main"/> names.</param>
/// <param name="Beside">The figure that <see cref="HeldOutKind.Beside"/> names.</param>
/// <param name="Score">What models are compared by, less is better.</param>
public readonly record struct HeldOutResult(double Main, double Beside, double Score);
