using System.Security.Cryptography;
using ControlPlane.Simulation.Scenarios.Files.Traces;

namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>Passes on what it reads from another stream and keeps its SHA-256.</summary>
/// <param name="inner">The other stream; it stays open.</param>
internal sealed class HashingStream(Stream inner) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _hash.AppendData(buffer, offset, read);
        return read;
    }

    /// <summary>Reads what is left and gives the hash of everything, in small hexadecimal digits.</summary>
    public string Finish()
    {
        CopyTo(Null);
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
