using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Td3;

/// <summary>What one update was like.</summary>
/// <param name="CriticLoss">Loss of both critics.</param>
/// <param name="ActorLoss">-E[Q] of the last update of the actor.</param>
/// <param name="CriticNorm">Norm of the critics' gradient before clipping.</param>
/// <param name="ActorNorm">Norm of the actor's gradient before clipping, in its last update.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Td3Figures(double CriticLoss, double ActorLoss, double CriticNorm, double ActorNorm);
