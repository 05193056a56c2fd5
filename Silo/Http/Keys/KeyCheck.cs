namespace ControlPlane.Silo.Http.Keys;

/// <summary>What became of a key that was shown.</summary>
/// <param name="Key">The key; null when it is none of the host's.</param>
/// <param name="IsValid">Whether it is valid now; false with a key when it has expired.</param>
internal sealed record KeyCheck(ApiKey? Key, bool IsValid);
