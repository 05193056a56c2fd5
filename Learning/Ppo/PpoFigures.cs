using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Ppo;

/// <summary>What one update was like: means over its minibatches.</summary>
/// <param name="ActorLoss">Surrogate and entropy bonus together, negative.</param>
/// <param name="CriticLoss">Half the squared error of the value.</param>
/// <param name="Entropy">Entropy of the policy, nats.</param>
/// <param name="Divergence">How far the new policy is from the old one, nats.</param>
/// <param name="ClippedShare">Share of the rows whose ratio no longer counts, 0..1.</param>
/// <param name="Minibatches">Minibatches learned from; fewer than planned where the divergence became too great.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PpoFigures(double ActorLoss, double CriticLoss, double Entropy, double Divergence, double ClippedShare, int Minibatches);
