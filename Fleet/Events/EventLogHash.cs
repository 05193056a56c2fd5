using System.Buffers.Binary;

namespace ControlPlane.Fleet.Events;

/// <summary>
/// SHA-256 over the canonical encoding of an event log. 36 bytes an event, little-endian: time (float64), job (int64), ingress (int32),
/// site (int32), GPUs (int16), clock level (byte), kind (byte), value (float64). Runs that behave alike have the same hash.
/// </summary>
public sealed class EventLogHash : IEventSink, IDisposable
{
    /// <summary>Bytes of one encoded event.</summary>
    public const int EventBytes = 36;

    private readonly CanonicalHash _hash = new(EventBytes);

    /// <summary>Events hashed so far.</summary>
    public long Count => _hash.Count;

    /// <inheritdoc/>
    public void Record(in FleetEvent entry) => Encode(entry, _hash.Next());

    /// <summary>The hash of all events so far, in lower-case hexadecimal.</summary>
    public string Value() => _hash.Value();

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>Writes the canonical encoding of an event.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="destination">At least <see cref="EventBytes"/> long.</param>
    public static void Encode(in FleetEvent entry, Span<byte> destination)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(destination, entry.TimeS);
        BinaryPrimitives.WriteInt64LittleEndian(destination[8..], entry.Job.Value);
        BinaryPrimitives.WriteInt32LittleEndian(destination[16..], entry.Ingress);
        BinaryPrimitives.WriteInt32LittleEndian(destination[20..], entry.Site);
        BinaryPrimitives.WriteInt16LittleEndian(destination[24..], (short)entry.Allocation.Gpus);
        destination[26] = (byte)entry.Allocation.ClockLevel;
        destination[27] = (byte)entry.Kind;
        BinaryPrimitives.WriteDoubleLittleEndian(destination[28..], entry.Value);
    }
}
