using System.Buffers.Binary;
using System.IO.Compression;

namespace ControlPlane.Simulation.Scenarios.Files.Traces;

/// <summary>
/// Decompresses one gzip member and, at its end, holds the number of bytes against the length that the file's last four bytes give (RFC 1952, ISIZE).
/// The framework's stream ends silently where a file is cut short; jobs would vanish.
/// </summary>
internal sealed class GzipLengthStream(Stream file) : Stream
{
    private readonly uint? _expected = LengthInFooter(file);
    private readonly GZipStream _gzip = new(file, CompressionMode.Decompress, leaveOpen: true);
    private uint _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = _gzip.Read(buffer);
        _read = unchecked(_read + (uint)count);
        if (count == 0 && buffer.Length > 0 && _read != _expected)
            throw new InvalidDataException($"it holds {_read} bytes of text and should hold {_expected?.ToString() ?? "more"}");
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private static uint? LengthInFooter(Stream file)
    {
        const int HeaderAndFooter = 18;
        if (file.Length < HeaderAndFooter)
            return null;
        Span<byte> footer = stackalloc byte[sizeof(uint)];
        file.Seek(-footer.Length, SeekOrigin.End);
        file.ReadExactly(footer);
        file.Seek(0, SeekOrigin.Begin);
        return BinaryPrimitives.ReadUInt32LittleEndian(footer);
    }
}
