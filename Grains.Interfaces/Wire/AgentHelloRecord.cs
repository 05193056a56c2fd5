namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>An agent introduces itself.</summary>
/// <param name="Site">Name of its site.</param>
/// <param name="Agent">Its own name.</param>
/// <param name="Gpus">GPUs in working order.</param>
[GenerateSerializer, Immutable, Alias("controlplane.agent-hello")]
public sealed record AgentHelloRecord(
    [property: Id(0)] string Site,
    [property: Id(1)] string Agent,
    [property: Id(2)] int Gpus);
