namespace ControlPlane.Fleet.Network;

/// <summary>A link of the wide-area network, usable in both directions with the same latency.</summary>
/// <param name="From">Node name: an ingress or a site.</param>
/// <param name="To">Node name.</param>
/// <param name="LatencyS">One-way latency in seconds, ≥ 0.</param>
public readonly record struct WanLink(string From, string To, double LatencyS);
