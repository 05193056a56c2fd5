namespace ControlPlane.Grains.Shaping;

/// <summary>What a shaper gives to be kept.</summary>
/// <param name="Version">The version.</param>
/// <param name="Labels">A checkpoint of the decisions and labels then.</param>
/// <param name="Position">The last message that is in it.</param>
internal sealed record ShaperCheckpoint(ShaperVersion Version, byte[] Labels, ShaperPosition Position);
