using System.Net;

namespace ControlPlane.Client.Regions;

/// <summary>A live region and how to reach it.</summary>
/// <param name="Gateways">Gateways of its silos; at least one of them must answer.</param>
/// <param name="Region">Its name.</param>
/// <param name="GiveUp">How long a call whose outcome is unknown is repeated, and how long a wait goes on without anything moving.</param>
internal sealed record RegionTarget(IReadOnlyList<IPEndPoint> Gateways, string Region, TimeSpan GiveUp);
