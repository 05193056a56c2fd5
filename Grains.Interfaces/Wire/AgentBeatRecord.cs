using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What an agent says.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Epoch">Number of the session.</param>
/// <param name="Gpus">GPUs in working order; null if nothing changed.</param>
/// <param name="KnownVersion">The version of its tasks that it follows; 0 for none.</param>
/// <param name="Reports">What became of jobs.</param>
[GenerateSerializer, Immutable, Alias("controlplane.agent-beat")]
public sealed record AgentBeatRecord(
    [property: Id(0)] string Site,
    [property: Id(1)] long Epoch,
    [property: Id(2)] int? Gpus,
    [property: Id(3)] long KnownVersion,
    [property: Id(4)] ImmutableArray<AgentReportRecord> Reports);
