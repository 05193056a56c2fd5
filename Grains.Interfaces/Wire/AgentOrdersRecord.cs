using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What an agent is told.</summary>
/// <param name="Version">Number of this list.</param>
/// <param name="Tasks">The jobs that should run; null when the agent has this version.</param>
/// <param name="Confirmed">Number of the last of its reports that is durable.</param>
[GenerateSerializer, Immutable, Alias("controlplane.agent-orders")]
public sealed record AgentOrdersRecord(
    [property: Id(0)] long Version,
    [property: Id(1)] ImmutableArray<AgentTaskRecord>? Tasks,
    [property: Id(2)] long Confirmed);
