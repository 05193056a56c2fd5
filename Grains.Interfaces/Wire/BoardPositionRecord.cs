namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A state of a fleet board.</summary>
/// <param name="Incarnation">The activation of the board: a board that was lost begins anew, empty, under another one.</param>
/// <param name="Number">Reports that it had taken, from 0. Numbers of two incarnations cannot be compared.</param>
[GenerateSerializer, Immutable, Alias("controlplane.board-position")]
public readonly record struct BoardPositionRecord(
    [property: Id(0)] Guid Incarnation,
    [property: Id(1)] long Number);
