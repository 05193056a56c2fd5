namespace ControlPlane.Fleet.Protocol;

/// <summary>Whose job it is that a site has, and under which assignment.</summary>
/// <param name="Home">Index of the home.</param>
/// <param name="Token">Token of the assignment.</param>
public readonly record struct Tenant(int Home, long Token);
