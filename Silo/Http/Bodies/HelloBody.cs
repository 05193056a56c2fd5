namespace ControlPlane.Silo.Http.Bodies;

/// <summary>An agent introduces itself.</summary>
/// <param name="Agent">Its own name, for people.</param>
/// <param name="Gpus">GPUs in working order; not above what the fleet says of the site.</param>
public sealed record HelloBody(string Agent, int Gpus);
