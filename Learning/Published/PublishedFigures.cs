using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Published;

/// <summary>What one update was like.</summary>
/// <param name="CriticLoss">Loss of both critics.</param>
/// <param name="ActorLoss">Mean of α log π - Q of the actions drawn.</param>
/// <param name="Entropy">Mean entropy of the policy, nats.</param>
/// <param name="Temperature">α after the update.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PublishedFigures(double CriticLoss, double ActorLoss, double Entropy, double Temperature);
