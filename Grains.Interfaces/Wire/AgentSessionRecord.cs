namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>An agent's session.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Epoch">Number of the session.</param>
/// <param name="LeaseS">How long a beat keeps it, seconds.</param>
[GenerateSerializer, Immutable, Alias("controlplane.agent-session")]
public sealed record AgentSessionRecord(
    [property: Id(0)] string Site,
    [property: Id(1)] long Epoch,
    [property: Id(2)] double LeaseS);
