using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Http;

/// <summary>The certificate, read again when its files change: a renewed one needs no restart.</summary>
internal sealed class ServedCertificate
{
    private static readonly TimeSpan Reload = TimeSpan.FromSeconds(10);
    private readonly string _certificatePem;
    private readonly string _keyPem;
    private readonly Lock _gate = new();
    private SslStreamCertificateContext _present;
    private DateTime _stamp;
    private long _lookedAt = Environment.TickCount64;

    /// <summary>Reads it.</summary>
    /// <param name="certificatePem">PEM file with the certificate.</param>
    /// <param name="keyPem">PEM file with its key.</param>
    public ServedCertificate(string certificatePem, string keyPem)
    {
        (_certificatePem, _keyPem) = (certificatePem, keyPem);
        _stamp = Stamp();
        _present = Read();
    }

    /// <summary>The certificate to show, with those that vouch for it.</summary>
    public SslStreamCertificateContext Present
    {
        get
        {
            lock (_gate)
            {
                if (Environment.TickCount64 - _lookedAt >= Reload.TotalMilliseconds)
                    Refresh();
                return _present;
            }
        }
    }

    private void Refresh()
    {
        _lookedAt = Environment.TickCount64;
        var stamp = Stamp();
        if (stamp == _stamp)
            return;
        try
        {
            _present = Read();
            _stamp = stamp;
        }
        catch (InputException)
        {
            // One of the two files is not there yet: the old certificate serves until both belong together.
        }
    }

    private DateTime Stamp() => new[] { _certificatePem, _keyPem }.Max(File.GetLastWriteTimeUtc);

    private SslStreamCertificateContext Read()
    {
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(_certificatePem);
            // Offline: a handshake must not wait for somebody else's server.
            return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPemFile(_certificatePem, _keyPem), chain, offline: true);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the certificate {Path.GetFileName(_certificatePem)} with its key {Path.GetFileName(_keyPem)} cannot be read: {e.GetType().Name}");
        }
    }
}
