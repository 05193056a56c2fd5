namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A home's wish that a site lets go of a job.</summary>
/// <param name="Token">Token of the assignment.</param>
/// <param name="Job">Number of the job.</param>
[GenerateSerializer, Immutable, Alias("controlplane.withdrawal")]
public readonly record struct WithdrawalRecord([property: Id(0)] long Token, [property: Id(1)] long Job);
