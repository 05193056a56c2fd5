namespace ControlPlane.Contract.Tests;

/// <summary>What an <see cref="Adversary"/> does.</summary>
internal enum AdversaryDeed
{
    Right,
    Throws,
    NotANumber,
    Infeasible,
    Stalls,
}
