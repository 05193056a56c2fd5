using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>The models of a region's versions, each once. Apart from the rest of the state, because it is long and seldom written.</summary>
[GenerateSerializer, Immutable, Alias("controlplane.coordinator-models")]
public sealed record CoordinatorModels
{
    /// <summary>The most bytes of all together: they are written whole with every new one.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>The models, with their bytes.</summary>
    [Id(0)]
    public ImmutableArray<ModelRecord> Models { get; init; } = [];

    /// <summary>Finds a model.</summary>
    /// <param name="digest">SHA-256 of its bytes.</param>
    /// <returns>Null when there is none.</returns>
    public ModelRecord? Find(string digest) => Models.FirstOrDefault(m => m.Digest == digest);

    /// <summary>The same with another one, without those that no version decides with any more.</summary>
    /// <param name="model">The model.</param>
    /// <param name="versions">The versions that are kept.</param>
    /// <exception cref="ArgumentException">They would be too long together.</exception>
    public CoordinatorModels With(ModelRecord model, IEnumerable<PolicyVersionRecord> versions)
    {
        ArgumentNullException.ThrowIfNull(model);
        var used = versions.Select(v => v.Policy.Model?.Digest).ToHashSet();
        var next = Models.Where(m => used.Contains(m.Digest)).Append(model).ToImmutableArray();
        return next.Sum(m => (long)m.Length) <= MostBytes
            ? new CoordinatorModels { Models = next }
            : throw new ArgumentException($"The models of all versions of a region may have {MostBytes} bytes together, and '{model.Name}' with its {model.Length} would be too many.", nameof(model));
    }
}
