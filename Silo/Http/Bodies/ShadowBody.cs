namespace ControlPlane.Silo.Http.Bodies;

/// <summary>The version that decides beside the active one without effect.</summary>
/// <param name="Version">Its number.</param>
public sealed record ShadowBody(int Version);
