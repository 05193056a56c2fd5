using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Pricing;

/// <summary>What one update was like.</summary>
/// <param name="Loss">Loss of the critic.</param>
/// <param name="Price">Mean price of the options that were taken.</param>
/// <param name="Entropy">Mean entropy of the policy in the next states, nats.</param>
/// <param name="GradientNorm">Norm of the gradient before clipping.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PricedFigures(double Loss, double Price, double Entropy, double GradientNorm);
