namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of what an operator said to a battery.</summary>
/// <param name="HasChanged">Whether anything is another way now.</param>
/// <param name="Battery">The battery as it is then; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-change-reply")]
public sealed record BatteryChangeReply([property: Id(0)] bool HasChanged, [property: Id(1)] BatteryViewRecord? Battery);
