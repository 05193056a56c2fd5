using System.Security.Cryptography;

namespace ControlPlane.Fleet.Events;

/// <summary>SHA-256 over entries of one length, written into a buffer.</summary>
/// <param name="entryBytes">Bytes of an entry.</param>
internal sealed class CanonicalHash(int entryBytes) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[entryBytes * 1024];
    private int _used;

    /// <summary>Entries so far.</summary>
    public long Count { get; private set; }

    /// <summary>Room for the next entry, which counts from now on; all of it must be written.</summary>
    public Span<byte> Next()
    {
        if (_used == _buffer.Length)
            Flush();
        var entry = _buffer.AsSpan(_used, entryBytes);
        _used += entryBytes;
        Count++;
        return entry;
    }

    /// <summary>The hash of all entries so far, in lower-case hexadecimal.</summary>
    public string Value()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public void Dispose() => _hash.Dispose();

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}
