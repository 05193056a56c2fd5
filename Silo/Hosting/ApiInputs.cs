using System.CommandLine;
using System.Net;
using ControlPlane.Silo.Http;

namespace ControlPlane.Silo.Hosting;

/// <summary>The settings of the HTTP API on the command line and in the environment, the same for every carrier.</summary>
internal sealed class ApiInputs
{
    private const int DefaultPort = 8080;
    private readonly Setting _address = new("--http-address", "IP", "Where the HTTP API listens; 0.0.0.0 or :: for every interface (default: 127.0.0.1).");
    private readonly Setting _port = new("--http-port", "PORT", "Its port; 0 picks a free one (default: 8080).");
    private readonly Setting _certificate = new("--tls-certificate", "FILE", "PEM file with its certificate; read again when it changes.");
    private readonly Setting _certificateKey = new("--tls-key", "FILE", "PEM file with the certificate's key.");
    private readonly Switch _dev = new("--dev", "No API keys: whoever reaches the loopback address may do everything.");
    private readonly Switch _insecure = new("--insecure-http", "No TLS on an address that others reach: keys cross the network in clear text.");
    private readonly Setting _rate = new("--requests-per-second", "N", "Requests a second of one key, on average (default: 2000).");
    private readonly Setting _otlp = new("--otlp-endpoint", "URL", "Send metrics there by OTLP over gRPC, such as http://127.0.0.1:4317.");

    /// <summary>The file with keys, which other verbs take too.</summary>
    public static Setting Keys { get; } = new("--keys", "FILE", "The file with the API keys (default with a data folder: keys.json in it).");

    /// <summary>The inputs.</summary>
    public InputGroup Group => new("HTTP API", [_address, _port, Keys, _certificate, _certificateKey, _dev, _insecure, _rate, _otlp]);

    /// <summary>Whether a port was asked for; a carrier that can do without the API starts it only then.</summary>
    /// <param name="result">The command line.</param>
    public bool IsAsked(ParseResult result) => _port.Read(result) is not null;

    /// <summary>Where a program on the same machine reaches the API with these settings.</summary>
    /// <param name="result">The command line.</param>
    public Uri Local(ParseResult result)
    {
        var address = _address.Read(result)?.Listener() ?? IPAddress.Loopback;
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            address = IPAddress.Loopback;
        var endPoint = new IPEndPoint(address, _port.Read(result)?.Whole(1, 65535) ?? DefaultPort);
        return new Uri($"{(_certificate.Read(result) is null ? "http" : "https")}://{endPoint}");
    }

    /// <summary>What was given.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="keysFile">The file with keys unless another is named; null for none.</param>
    /// <exception cref="InputException">A value is wrong, or the API would be open to others by accident.</exception>
    public ApiSettings Read(ParseResult result, string? keysFile)
    {
        var isDev = _dev.Read(result);
        var settings = new ApiSettings
        {
            Address = _address.Read(result)?.Listener() ?? IPAddress.Loopback,
            Port = _port.Read(result)?.Whole(0, 65535) ?? DefaultPort,
            Dev = isDev,
            KeysFile = isDev ? null : Keys.Read(result)?.Text ?? keysFile,
            CertificatePem = _certificate.Read(result)?.Text,
            CertificateKeyPem = _certificateKey.Read(result)?.Text,
            InsecureHttp = _insecure.Read(result),
            OtlpEndpoint = _otlp.Read(result)?.WebAddress(),
            Limits = ReadLimits(result),
        };
        if (isDev && Keys.GivenAs(result) is { } given)
            throw new InputException($"{given} names keys, and --dev does without: leave one of them out");
        ListenRules.Check(settings);
        return settings;
    }

    // After a pause a key may make the requests of two seconds at once.
    private ApiLimits ReadLimits(ParseResult result) =>
        _rate.Read(result)?.Whole(1, 1_000_000) is { } perSecond
            ? new ApiLimits { RequestsPerSecond = perSecond, RequestBurst = 2 * perSecond }
            : new ApiLimits();
}
