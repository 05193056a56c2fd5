using System.Net;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Http;

/// <summary>Which settings a host may listen with: no door is open by accident.</summary>
internal static class ListenRules
{
    /// <summary>Refuses settings that would be unsafe or cannot work.</summary>
    /// <param name="settings">The settings.</param>
    /// <exception cref="InputException">Names the options and what is allowed.</exception>
    public static void Check(ApiSettings settings)
    {
        var isLoopback = IPAddress.IsLoopback(settings.Address);
        if (settings.Dev && !isLoopback)
            throw new InputException($"--dev needs no key and therefore listens on a loopback address only, not on {settings.Address}");
        if (!settings.Dev && settings.KeysFile is null)
            throw new InputException("the HTTP API needs a file with keys: --keys FILE; --dev does without, on a loopback address");
        if (settings.CertificatePem is null != settings.CertificateKeyPem is null)
            throw new InputException("TLS needs both --tls-certificate and --tls-key, as PEM files");
        if (settings.CertificatePem is null && !isLoopback && !settings.InsecureHttp)
            throw new InputException(
                $"{settings.Address} is not a loopback address: give --tls-certificate and --tls-key, or --insecure-http to send keys in clear text");
        if (settings.Port is < 0 or > 65535)
            throw new InputException($"the port of the HTTP API must be 0 to 65535, not {settings.Port}");
    }
}
