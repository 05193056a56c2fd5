namespace ControlPlane.Fleet.Control;

/// <summary>An agent's session. The site has its jobs only while the agent beats before the lease ends; an agent that cannot stops them when it ends.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Epoch">Number of the session: a later one has a greater number.</param>
/// <param name="LeaseS">How long a beat keeps it, seconds. It runs from the moment at which the agent sent the beat
/// that was answered, not from the answer: the host counts from no earlier. Beat after a third of it.</param>
public sealed record AgentSession(string Site, long Epoch, double LeaseS);
