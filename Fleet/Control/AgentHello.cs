namespace ControlPlane.Fleet.Control;

/// <summary>An agent introduces itself.</summary>
/// <param name="Site">Name of its site.</param>
/// <param name="Agent">Its own name, for people.</param>
/// <param name="Gpus">GPUs in working order; not above what the fleet says of the site.</param>
public sealed record AgentHello(string Site, string Agent, int Gpus);
