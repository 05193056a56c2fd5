using System.Net;

namespace ControlPlane.Silo.Http;

/// <summary>Everything that a host can say about its HTTP API.</summary>
public sealed record ApiSettings
{
    /// <summary>Where it listens.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port, 0 to 65535; 0 picks a free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Path of the file with the keys; needed unless <see cref="Dev"/>.</summary>
    public string? KeysFile { get; init; }

    /// <summary>How old what it knows of the keys file may become.</summary>
    public TimeSpan KeysReload { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No keys: whoever reaches the loopback address may do everything.</summary>
    public bool Dev { get; init; }

    /// <summary>PEM file with the certificate and those that vouch for it; null for no TLS. Read again when it changes.</summary>
    public string? CertificatePem { get; init; }

    /// <summary>PEM file with the certificate's key, which is not encrypted.</summary>
    public string? CertificateKeyPem { get; init; }

    /// <summary>Listens without TLS on an address that others reach: keys cross the network in clear text.</summary>
    public bool InsecureHttp { get; init; }

    /// <summary>How much it takes.</summary>
    public ApiLimits Limits { get; init; } = new();

    /// <summary>How often an event stream without events says that it lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long requests may take to end when it is asked to stop.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Prefixes of the names of the meters that <c>/metrics</c> and OTLP show.</summary>
    public IReadOnlyList<string> Meters { get; init; } = ["ControlPlane.", "System.Runtime"];

    /// <summary>Where metrics are sent by OTLP over gRPC; null for nowhere.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>How often.</summary>
    public TimeSpan OtlpInterval { get; init; } = TimeSpan.FromSeconds(15);
}
