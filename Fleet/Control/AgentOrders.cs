namespace ControlPlane.Fleet.Control;

/// <summary>
/// What an agent is told: all jobs that should run at its site now. It starts those that it does not have, stops those that are not named, and leaves the others alone;
/// being told twice has the effect of once.
/// </summary>
/// <param name="Version">Number of this list within the session.</param>
/// <param name="Tasks">The jobs; null when the agent has this version.</param>
/// <param name="Confirmed">Number of the last of its reports that is durable: it forgets those up to it.</param>
public sealed record AgentOrders(long Version, IReadOnlyList<AgentTask>? Tasks, long Confirmed);
