using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace ControlPlane.Fleet.Journal;

/// <summary>Reads what <see cref="StateWriter"/> wrote. Never reads beyond the end: state that is cut or damaged is an error that says where.</summary>
/// <param name="bytes">The state.</param>
public ref struct StateReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Whether everything was read.</summary>
    public readonly bool IsAtEnd => _position == _bytes.Length;

    /// <summary>A whole number ≥ 0.</summary>
    public int Count()
    {
        var start = _position;
        var value = Unsigned();
        return value <= int.MaxValue ? (int)value : throw Damaged(start, $"a count of {value}");
    }

    /// <summary>
    /// The number of elements that follow, each of at least <paramref name="leastBytes"/> bytes: a damaged count cannot make its reader reserve more than the
    /// state is long.
    /// </summary>
    /// <param name="leastBytes">Least length of an element, ≥ 1.</param>
    public int CountOf(int leastBytes)
    {
        var start = _position;
        var count = Count();
        return count <= (_bytes.Length - _position) / leastBytes ? count : throw Damaged(start, $"{count} elements where there is no room for them");
    }

    /// <summary>A whole number.</summary>
    public long Number()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A whole number of 32 bits, for example an index or -1.</summary>
    public int Index()
    {
        var start = _position;
        var value = Number();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Damaged(start, $"{value} where 32 bits are expected");
    }

    /// <summary>A real number.</summary>
    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>A real number that is neither infinite nor NaN.</summary>
    public double Finite()
    {
        var start = _position;
        var value = Real();
        return double.IsFinite(value) ? value : throw Damaged(start, $"{value} where a finite number is expected");
    }

    /// <summary>Yes or no.</summary>
    public bool Flag()
    {
        var start = _position;
        return Byte() switch
        {
            0 => false,
            1 => true,
            var other => throw Damaged(start, $"{other} where 0 or 1 is expected"),
        };
    }

    /// <summary>One byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>A text.</summary>
    public string Text()
    {
        var start = _position;
        var text = Bytes();
        // The decoder would put a replacement character where a byte is damaged, and say nothing.
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw Damaged(start, "a text that is not UTF-8");
    }

    /// <summary>A block of bytes.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Count());

    /// <summary>Refuses a version other than the ones this build knows.</summary>
    /// <param name="what">What has the version, for the message.</param>
    /// <param name="newest">The newest version known; versions begin at 1.</param>
    /// <param name="oldest">The oldest version known.</param>
    /// <returns>The version.</returns>
    public byte Version(string what, byte newest, byte oldest = 1)
    {
        var version = Byte();
        return version >= oldest && version <= newest
            ? version
            : throw new InvalidDataException($"{what} has version {version}; this build knows {(oldest == newest ? "" : $"{oldest} to ")}{newest}.");
    }

    /// <summary>Refuses bytes after the end of what was read.</summary>
    public readonly void RequireEnd()
    {
        if (!IsAtEnd)
            throw Damaged(_position, $"{_bytes.Length - _position} bytes more than expected");
    }

    /// <summary>Refuses a state that ends before a number of bytes, before memory is reserved for them.</summary>
    /// <param name="length">How many bytes must follow.</param>
    public readonly void RequireLeft(int length)
    {
        if (length > _bytes.Length - _position)
            throw Damaged(_position, $"{length} bytes expected, {_bytes.Length - _position} there,");
    }

    /// <summary>The error for state that can be read and makes no sense.</summary>
    /// <param name="what">What makes no sense, for the message, which adds where.</param>
    /// <returns>To be thrown.</returns>
    public readonly InvalidDataException Damaged(string what) => Damaged(_position, what);

    private static InvalidDataException Damaged(int position, string what) => new($"Saved state is damaged: {what} at byte {position}.");

    private ReadOnlySpan<byte> Take(int length)
    {
        RequireLeft(length);
        var taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
    }

    private ulong Unsigned()
    {
        var start = _position;
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte();
            if (shift == 63 && next > 1)
                break;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw Damaged(start, "a number of more than 64 bits");
    }
}
