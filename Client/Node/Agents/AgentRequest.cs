namespace ControlPlane.Client.Node.Agents;

/// <summary>Which agents to be.</summary>
/// <param name="Sites">Names of the sites; empty for all.</param>
/// <param name="Name">The agents' name.</param>
/// <param name="Gpus">GPUs in working order at each; null for all that a site has.</param>
/// <param name="Settings">How jobs run.</param>
/// <param name="Lasts">For how long; null until Ctrl-C.</param>
internal sealed record AgentRequest(IReadOnlyList<string> Sites, string Name, int? Gpus, AgentSettings Settings, TimeSpan? Lasts);
