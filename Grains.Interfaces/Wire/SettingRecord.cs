namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A setting of a policy.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Value">Its value as written.</param>
[GenerateSerializer, Immutable, Alias("controlplane.setting")]
public sealed record SettingRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] string Value);
