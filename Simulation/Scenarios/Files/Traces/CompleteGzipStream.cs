using System.IO.Compression;

namespace ControlPlane.Simulation.Scenarios.Files.Traces;

/// <summary>
/// Decompresses gzip and fails where the file was cut off. <see cref="GZipStream"/> by itself ends there without a word, and the jobs
/// after the cut would be lost.
/// </summary>
internal sealed class CompleteGzipStream : ForwardStream
{
    private readonly TailStream _compressed;
    private readonly GZipStream _unzipped;
    private uint _length;

    /// <summary>Reads from a compressed file.</summary>
    /// <param name="compressed">The file; it stays open.</param>
    public CompleteGzipStream(Stream compressed)
    {
        _compressed = new TailStream(compressed);
        _unzipped = new GZipStream(_compressed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is not gzip, damaged or incomplete.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _unzipped.Read(buffer, offset, count);
        _length = unchecked(_length + (uint)read);

        // RFC 1952: the last four bytes are the length of the contents modulo 2^32.
        if (read == 0 && count > 0 && (!_compressed.TryGetTail(out var written) || written != _length))
            throw new InvalidDataException("it ends too early, or consists of several parts.");
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unzipped.Dispose();
            _compressed.Dispose();
        }

        base.Dispose(disposing);
    }
}
