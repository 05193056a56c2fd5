using System.CommandLine;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>The settings of the embedded carrier on the command line and in the environment.</summary>
internal sealed class EmbeddedInputs
{
    private readonly Setting _fleet = new("--fleet", "SCENARIO", "Embedded: path or name of the scenario whose fleet the node runs (default: paper).");
    private readonly Setting _policy = new("--policy", "POLICY", "Embedded: first policy of a new node, name or name:key=value (default: least-loaded).");
    private readonly Setting _data = new("--data", "DIR", "Embedded: data folder (default: data).");
    private readonly Setting _httpAddress = new("--http-address", "IP", "Embedded: where the HTTP API listens (default: 127.0.0.1).");
    private readonly Setting _httpPort = new("--http-port", "PORT", "Embedded: port of the HTTP API; 0 picks a free one (default: 8080).");
    private readonly Setting _certificate = new("--tls-certificate", "FILE", "Embedded: PEM file with the certificate of the HTTP API.");
    private readonly Setting _certificateKey = new("--tls-key", "FILE", "Embedded: PEM file with the certificate's key.");
    private readonly Setting _agentLease = new("--agent-lease", "TIME", "Embedded: how long a site's agent may be silent (default: 15s).");
    private readonly Switch _dev = new("--dev", "Embedded: no API keys; listens on loopback only.");
    private readonly Switch _insecure = new("--insecure-http", "Embedded: no TLS on an address that others reach.");

    /// <summary>Every option with the variable that says the same.</summary>
    public IReadOnlyList<(Option Option, string Variable)> All =>
    [
        .. new[] { _fleet, _policy, _data, _httpAddress, _httpPort, _certificate, _certificateKey, _agentLease }.Select(s => ((Option)s.Option, s.Variable)),
        (_dev.Option, _dev.Variable),
        (_insecure.Option, _insecure.Variable),
    ];

    /// <summary>What to run.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="shared">What both carriers are told.</param>
    public EmbeddedSettings Read(ParseResult result, SharedSettings shared)
    {
        var folder = _data.Read(result)?.Text ?? "data";
        return new EmbeddedSettings(
            _fleet.Read(result)?.Text ?? "paper",
            _policy.Read(result)?.Text ?? "least-loaded",
            new JournalPlace { Folder = folder, Connection = shared.Connection },
            new NodeSettings
            {
                Name = shared.Region,
                AgentLeaseS = _agentLease.Read(result)?.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)).TotalSeconds ?? new NodeSettings().AgentLeaseS,
            },
            new ApiSettings
            {
                Address = _httpAddress.Read(result)?.Address() ?? System.Net.IPAddress.Loopback,
                Port = _httpPort.Read(result)?.Whole(0, 65535) ?? 8080,
                Dev = _dev.Read(result),
                KeysFile = _dev.Read(result) ? null : Path.Combine(folder, "keys.json"),
                CertificatePem = _certificate.Read(result)?.Text,
                CertificateKeyPem = _certificateKey.Read(result)?.Text,
                InsecureHttp = _insecure.Read(result),
            },
            shared.LogLevel,
            shared.Json);
    }
}
