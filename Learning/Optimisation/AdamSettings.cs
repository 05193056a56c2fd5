namespace ControlPlane.Learning.Optimisation;

/// <summary>Settings of Adam and, with weight decay, AdamW.</summary>
/// <param name="Beta1">Decay of the first moment, in [0, 1).</param>
/// <param name="Beta2">Decay of the second moment, in [0, 1).</param>
/// <param name="Epsilon">Added to the root of the second moment, &gt; 0.</param>
/// <param name="WeightDecay">Decoupled weight decay, ≥ 0; times the learning rate it is taken off at every step.</param>
/// <param name="ClipNorm">Largest norm of all gradients together, &gt; 0; longer ones are scaled down.</param>
public sealed record AdamSettings(
    double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0, double ClipNorm = double.PositiveInfinity);
