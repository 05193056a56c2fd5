namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job that its home gives to a site.</summary>
/// <param name="Token">Fencing token.</param>
/// <param name="Item">The job and what is left of it.</param>
/// <param name="Name">Its id; null where it was submitted under a number.</param>
[GenerateSerializer, Immutable, Alias("controlplane.assignment")]
public readonly record struct AssignmentRecord([property: Id(0)] long Token, [property: Id(1)] WorkRecord Item, [property: Id(2)] string? Name = null);
