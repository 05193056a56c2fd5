using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ControlPlane.Fleet.Journal;

/// <summary>
/// Writes state compactly and the same on every machine: whole numbers as LEB128 varints (signed ones zigzag), reals as 8 bytes little-endian, texts and
/// blocks with their length before them. There are no field names: a state begins with its version, and <see cref="StateReader"/> reads in the same order.
/// </summary>
public sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>What was written. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>A whole number ≥ 0.</summary>
    /// <param name="value">The number.</param>
    public void Count(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Unsigned((ulong)value);
    }

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public void Number(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>A real number, every bit of it.</summary>
    /// <param name="value">The number.</param>
    public void Real(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.GetSpan(sizeof(double)), value);
        _buffer.Advance(sizeof(double));
    }

    /// <summary>Yes or no.</summary>
    /// <param name="value">The answer.</param>
    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>One byte: a kind or a version.</summary>
    /// <param name="value">The byte.</param>
    public void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    /// <summary>A text, in UTF-8.</summary>
    /// <param name="value">The text.</param>
    public void Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Count(Encoding.UTF8.GetByteCount(value));
        _buffer.Advance(Encoding.UTF8.GetBytes(value, _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    /// <summary>A block of bytes.</summary>
    /// <param name="value">The bytes.</param>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Count(value.Length);
        _buffer.Write(value);
    }

    private void Unsigned(ulong value)
    {
        var span = _buffer.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        _buffer.Advance(length);
    }
}
