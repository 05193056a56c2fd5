using System.Security.Cryptography;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>The models of a node's policies, each kept once however many versions decide with it.</summary>
internal sealed class ModelBook
{
    /// <summary>The most bytes of one.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>The most bytes of all: they are part of every snapshot.</summary>
    public const long MostBytesOfAll = 256L << 20;

    private readonly SortedDictionary<string, byte[]> _models = new(StringComparer.Ordinal);

    /// <summary>Refuses bytes that cannot be kept, or are not those that they are said to be.</summary>
    /// <exception cref="ControlException">They are refused.</exception>
    public void Require(ModelMark mark, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MostBytes)
            throw Refused($"the model '{mark.Name}' must have 1 to {MostBytes} bytes, not {bytes.Length}");
        if (bytes.Length != mark.Length || DigestOf(bytes) != mark.Digest)
            throw Refused($"the model '{mark.Name}' came with other bytes than it was sent with");
        if (_models.Values.Sum(m => (long)m.Length) + bytes.Length > MostBytesOfAll)
            throw Refused($"the models of all versions may have {MostBytesOfAll} bytes together, and '{mark.Name}' with its {bytes.Length} would be too many");
    }

    public bool Has(string digest) => _models.ContainsKey(digest);

    public ReadOnlyMemory<byte> Find(string digest) => _models[digest];

    public void Add(ReadOnlySpan<byte> bytes) => _models[DigestOf(bytes)] = bytes.ToArray();

    public void Clear() => _models.Clear();

    public void Save(StateWriter writer)
    {
        writer.Count(_models.Count);
        foreach (var model in _models.Values)
            writer.Bytes(model);
    }

    public void Load(ref StateReader reader)
    {
        for (var left = reader.CountOf(1); left > 0; left--)
            Add(reader.Bytes());
    }

    private static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static ControlException Refused(string message) => new(ControlProblem.Invalid, message, field: "model");
}
