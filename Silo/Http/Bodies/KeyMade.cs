namespace ControlPlane.Silo.Http.Bodies;

/// <summary>A key that was made.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The key itself, shown this once: the host keeps a hash of it.</param>
public sealed record KeyMade(KeyView Key, string Secret);
