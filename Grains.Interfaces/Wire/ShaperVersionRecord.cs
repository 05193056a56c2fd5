namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A version of a shaper.</summary>
/// <param name="Version">Its number, greater than all before.</param>
/// <param name="Steps">Steps of learning behind it.</param>
/// <param name="Labelled">Decisions that were labelled then.</param>
/// <param name="Loss">Loss of the last step; null where there was none.</param>
/// <param name="MadeUtc">When it was made.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Note">Where it comes from, if not from learning on.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-version")]
public sealed record ShaperVersionRecord(
    [property: Id(0)] int Version,
    [property: Id(1)] long Steps,
    [property: Id(2)] long Labelled,
    [property: Id(3)] double? Loss,
    [property: Id(4)] DateTimeOffset MadeUtc,
    [property: Id(5)] int Bytes,
    [property: Id(6)] string Note);
