using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>What one update of a reward agent was like.</summary>
/// <param name="CriticLoss">Loss of both critics.</param>
/// <param name="ActorLoss">E[α log π - Q].</param>
/// <param name="Entropy">Estimate of the entropy of the proposals, nats.</param>
/// <param name="Temperature">α after the update.</param>
/// <param name="CriticNorm">Norm of the critics' gradient before clipping.</param>
/// <param name="ActorNorm">Norm of the chain's gradient before clipping.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DressFigures(
    double CriticLoss, double ActorLoss, double Entropy, double Temperature, double CriticNorm, double ActorNorm);
