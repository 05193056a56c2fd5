using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ControlPlane.Grains.Shaping;

/// <summary>The versions of a shaper, and the labels of the newest. Apart from the rest of its state, because it is long; written whole with every version.</summary>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-versions")]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Storage writes arrays of bytes as they are.")]
public sealed record ShaperVersions
{
    /// <summary>The versions, oldest first.</summary>
    [Id(0)]
    public ImmutableArray<ShaperVersion> Versions { get; init; } = [];

    /// <summary>A checkpoint of decisions and labels, when the newest was made; never changed.</summary>
    [Id(1)]
    public byte[] Labels { get; init; } = [];

    /// <summary>The last message that is in them.</summary>
    [Id(2)]
    public ShaperPosition Position { get; init; }

    /// <summary>The newest version's number; 0 for none.</summary>
    public int Newest => Versions.IsEmpty ? 0 : Versions[^1].Card.Version;

    /// <summary>Finds a version.</summary>
    /// <param name="version">Its number.</param>
    /// <returns>Null when it is not kept.</returns>
    public ShaperVersion? Find(int version) => Versions.FirstOrDefault(v => v.Card.Version == version);

    /// <summary>The same with a newer one; the oldest go where they are too many or too long.</summary>
    /// <param name="made">The newer one.</param>
    /// <param name="options">How many, and how long.</param>
    /// <exception cref="InvalidOperationException">It is too long by itself.</exception>
    internal ShaperVersions With(ShaperCheckpoint made, RewardShaperOptions options)
    {
        var kept = Versions.Add(made.Version);
        while (kept.Length > 1 && (kept.Length > options.MostVersions || Bytes(kept) > options.MostBytes))
            kept = kept.RemoveAt(0);
        return Bytes(kept) <= options.MostBytes
            ? new ShaperVersions { Versions = kept, Labels = made.Labels, Position = made.Position }
            : throw new InvalidOperationException($"Version {made.Version.Card.Version} has {Bytes(kept)} bytes with its labels, and {options.MostBytes} are allowed.");

        long Bytes(ImmutableArray<ShaperVersion> versions) => versions.Sum(v => (long)v.Learned.Length) + made.Labels.Length;
    }
}
