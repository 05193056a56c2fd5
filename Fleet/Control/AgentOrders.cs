namespace ControlPlane.Fleet.Control;

/// <summary>What an agent is told.</summary>
/// <param name="Orders">Orders it has not confirmed, by number.</param>
/// <param name="Confirmed">Number of the last of its reports that is durable: it forgets those up to it.</param>
public sealed record AgentOrders(IReadOnlyList<AgentOrder> Orders, long Confirmed);
