using System.Buffers.Binary;

namespace ControlPlane.Solvers.Protocol;

/// <summary>Frames on a pipe: a mark, the kind, the length, the content. What does not begin with the mark did not come from us.</summary>
internal static class Frames
{
    private const int HeaderLength = 9;
    private const uint Mark = 0x4D49_4C50;
    private const int MostLength = 1 << 30;

    /// <summary>Writes a frame and flushes.</summary>
    public static void Write(Stream stream, FrameKind kind, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Mark);
        header[4] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(header[5..], content.Length);
        stream.Write(header);
        stream.Write(content);
        stream.Flush();
    }

    /// <summary>The next frame; null at the end of the pipe.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public static async Task<(FrameKind Kind, byte[] Content)?> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var header = new byte[HeaderLength];
        var got = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (got == 0) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(5));
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Mark || length is < 0 or > MostLength)
            throw new InvalidDataException("it said something that is no answer");
        if (got < HeaderLength) throw new InvalidDataException("it ended within an answer");
        var content = new byte[length];
        if (await stream.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < length)
            throw new InvalidDataException("it ended within an answer");
        return ((FrameKind)header[4], content);
    }
}
