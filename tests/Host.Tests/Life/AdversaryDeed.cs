namespace ControlPlane.Host.Tests.Life;

/// <summary>What an <see cref="Adversary"/> does.</summary>
internal enum AdversaryDeed
{
    Right,
    Throws,
    NotANumber,
    Infeasible,
    Stalls,
}
