using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The decisions of a window whose pay-out is to be shared out among them.</summary>
/// <param name="States">Decisions x features, row by row.</param>
/// <param name="Actions">A decision each.</param>
/// <param name="Paid">What the window paid.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-window")]
public sealed record ShaperWindowRecord(
    [property: Id(0)] ImmutableArray<float> States,
    [property: Id(1)] ImmutableArray<int> Actions,
    [property: Id(2)] double Paid);
