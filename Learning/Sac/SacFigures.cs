using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Sac;

/// <summary>What one update was like.</summary>
/// <param name="CriticLoss">Loss of both critics.</param>
/// <param name="ActorLoss">E[α log π - Q].</param>
/// <param name="Entropy">Mean entropy of the policy, nats.</param>
/// <param name="Temperature">α after the update.</param>
/// <param name="CriticNorm">Norm of the critics' gradient before clipping.</param>
/// <param name="ActorNorm">Norm of the actor's gradient before clipping.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SacFigures(double CriticLoss, double ActorLoss, double Entropy, double Temperature, double CriticNorm, double ActorNorm);
