namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What the caller of a policy must know of it.</summary>
/// <param name="ReplacesOnFinish">Whether a waiting job is placed anew each time a job finishes at its site.</param>
[GenerateSerializer, Immutable, Alias("controlplane.policy-facts")]
public sealed record PolicyFacts(
    [property: Id(0)] bool ReplacesOnFinish);
