namespace ControlPlane.Client.Node.Agents;

/// <summary>How a simulated agent runs jobs.</summary>
/// <param name="Speed">Seconds of work in a second of the clock, &gt; 0.</param>
/// <param name="FailShare">Share of runs that fail, [0, 1].</param>
/// <param name="Seed">Chooses which.</param>
internal sealed record AgentSettings(double Speed = 1, double FailShare = 0, long Seed = 0);
