using System.Buffers.Binary;

namespace ControlPlane.Simulation.Scenarios.Files.Traces;

/// <summary>Passes on what it reads from another stream and remembers the last four bytes.</summary>
/// <param name="inner">The other stream; it stays open.</param>
internal sealed class TailStream(Stream inner) : ForwardStream
{
    private readonly byte[] _tail = new byte[sizeof(uint)];
    private int _known;

    /// <summary>The last four bytes as a little-endian number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>False before four bytes were read.</returns>
    public bool TryGetTail(out uint value)
    {
        value = BinaryPrimitives.ReadUInt32LittleEndian(_tail);
        return _known == _tail.Length;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        foreach (var value in buffer.AsSpan(offset, read)[^Math.Min(read, _tail.Length)..])
        {
            _tail.AsSpan(1).CopyTo(_tail);
            _tail[^1] = value;
        }

        _known = Math.Min(_known + read, _tail.Length);
        return read;
    }
}
