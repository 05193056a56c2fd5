using System.Buffers.Binary;
using ControlPlane.Fleet.Events;

namespace ControlPlane.Fleet.Generation;

/// <summary>
/// SHA-256 over the canonical encoding of an event log of generation. 37 bytes an event, little-endian: time (float64), cohort (int64), origin (int32), provider (int32),
/// steps (int32), kind (byte), value (float64). Days that go alike have the same hash.
/// </summary>
public sealed class GenerationLogHash : IGenerationEventSink, IDisposable
{
    /// <summary>Bytes of one encoded event.</summary>
    public const int EventBytes = 37;

    private readonly CanonicalHash _hash = new(EventBytes);

    /// <summary>Events hashed so far.</summary>
    public long Count => _hash.Count;

    /// <inheritdoc/>
    public void Record(in GenerationEvent entry)
    {
        var bytes = _hash.Next();
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, entry.TimeS);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], entry.Cohort);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], entry.Origin);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[20..], entry.Provider);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], entry.Steps);
        bytes[28] = (byte)entry.Kind;
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[29..], entry.Value);
    }

    /// <summary>The hash of all events so far, in lower-case hexadecimal.</summary>
    public string Value() => _hash.Value();

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
