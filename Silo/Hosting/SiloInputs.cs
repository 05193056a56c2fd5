using System.CommandLine;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Silo.Hosting;

/// <summary>The settings of a silo on the command line and in the environment.</summary>
internal sealed class SiloInputs
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Setting _carrier = new("--carrier", "NAME", "What carries the control plane: orleans (a cluster) or embedded (one node) (default: orleans).");
    private readonly Setting _region = new("--region", "NAME", "The region, which is the cluster (default: local).");
    private readonly Setting _address = new("--address", "IP", "Where silos and clients reach this one (default: 127.0.0.1).");
    private readonly Setting _siloPort = new("--silo-port", "PORT", "For other silos; 0 picks a free one (default: 11111).");
    private readonly Setting _gatewayPort = new("--gateway-port", "PORT", "For clients; 0 picks a free one (default: 30000).");
    private readonly Setting _storage = new("--storage", "KIND", "memory (development) or postgres (default: memory).");
    private readonly Setting _join = new("--join", "IP:PORT", "With memory: the silo port of the first silo of the cluster.");
    private readonly Switch _fastFailover = new("--fast-failover", "Take a lost silo for dead within seconds: for tests, not for production.");
    private readonly Setting _probeTimeout = new("--probe-timeout", "TIME", "A silo must answer a probe within this (default: 5s).");
    private readonly Setting _missedProbes = new("--missed-probes", "N", "Probes missed in a row before a silo is suspected (default: 3).");
    private readonly Setting _tableRefresh = new("--table-refresh", "TIME", "How often the membership table is read (default: 60s).");
    private readonly Setting _heartbeat = new("--heartbeat", "TIME", "How often a silo writes that it is alive (default: 10s).");
    private readonly Setting _responseTimeout = new("--response-timeout", "TIME", "A grain call must be answered within this (default: 10s).");
    private readonly Setting _drainTimeout = new("--drain-timeout", "TIME", "How long grains may take to finish after SIGTERM (default: 30s).");
    private readonly Setting _logLevel = new("--log-level", "LEVEL", "trace, debug, information, warning, error, critical or none (default: warning).");
    private readonly EmbeddedInputs _embedded = new();
    private readonly Switch _json = new("--json", "The ready line is a JSON object.");

    /// <summary>The connection string, which the schema verb takes too.</summary>
    public static Setting Connection { get; } = new("--connection", "STRING", "With postgres: the connection string of the region's database.");

    /// <summary>Every option with the variable that says the same, in the order of help.</summary>
    public IReadOnlyList<(Option Option, string Variable)> All =>
    [
        .. new[] { _carrier, _region, _address, _siloPort, _gatewayPort, _storage, Connection, _join }.Select(s => ((Option)s.Option, s.Variable)),
        (_fastFailover.Option, _fastFailover.Variable),
        .. new[] { _probeTimeout, _missedProbes, _tableRefresh, _heartbeat, _responseTimeout, _drainTimeout, _logLevel }.Select(s => ((Option)s.Option, s.Variable)),
        (_json.Option, _json.Variable),
        .. _embedded.All,
    ];

    /// <summary>The carrier asked for.</summary>
    /// <param name="result">The command line.</param>
    public string Carrier(ParseResult result) => _carrier.Read(result)?.OneOf(CarrierCatalog.Orleans, CarrierCatalog.Embedded) ?? CarrierCatalog.Orleans;

    /// <summary>The settings of the embedded carrier.</summary>
    /// <param name="result">The command line.</param>
    public EmbeddedSettings ReadEmbedded(ParseResult result)
    {
        var level = _logLevel.Read(result)?.OneOf("trace", "debug", "information", "warning", "error", "critical", "none") ?? "warning";
        return _embedded.Read(result, new SharedSettings(_region.Read(result)?.Name(63) ?? "local", Connection.Read(result)?.Text, level, _json.Read(result)));
    }

    /// <summary>Everything else.</summary>
    /// <param name="result">The command line.</param>
    public RunRequest Read(ParseResult result)
    {
        var unset = new SiloSettings();
        var settings = new SiloSettings
        {
            Region = _region.Read(result)?.Name(63) ?? unset.Region,
            Address = _address.Read(result)?.Address() ?? unset.Address,
            SiloPort = _siloPort.Read(result)?.Whole(0, 65535) ?? unset.SiloPort,
            GatewayPort = _gatewayPort.Read(result)?.Whole(0, 65535) ?? unset.GatewayPort,
            Storage = _storage.Read(result)?.OneOf("memory", "postgres") == "postgres" ? StorageKind.Postgres : StorageKind.Memory,
            ConnectionString = Connection.Read(result)?.Text,
            Join = _join.Read(result)?.EndPoint(),
            FailureDetection = ReadFailureDetection(result),
            ResponseTimeout = _responseTimeout.Read(result)?.Duration(Shortest, Longest) ?? unset.ResponseTimeout,
            DrainTimeout = _drainTimeout.Read(result)?.Duration(TimeSpan.FromSeconds(1), Longest) ?? unset.DrainTimeout,
        };
        Check(settings);
        var level = _logLevel.Read(result)?.OneOf("trace", "debug", "information", "warning", "error", "critical", "none") ?? "warning";
        return new RunRequest(settings, level, _json.Read(result));
    }

    private FailureDetection ReadFailureDetection(ParseResult result)
    {
        var preset = _fastFailover.Read(result) ? FailureDetection.Fast : FailureDetection.Safe;
        return preset with
        {
            ProbeTimeout = _probeTimeout.Read(result)?.Duration(Shortest, Longest) ?? preset.ProbeTimeout,
            MissedProbes = _missedProbes.Read(result)?.Whole(1, 100) ?? preset.MissedProbes,
            TableRefresh = _tableRefresh.Read(result)?.Duration(Shortest, Longest) ?? preset.TableRefresh,
            Heartbeat = _heartbeat.Read(result)?.Duration(Shortest, Longest) ?? preset.Heartbeat,
        };
    }

    private static void Check(SiloSettings settings)
    {
        if (settings.SiloPort == settings.GatewayPort && settings.SiloPort != 0)
            throw new InputException($"--silo-port and --gateway-port must differ, both are {settings.SiloPort}");
        switch (settings)
        {
            case { Storage: StorageKind.Postgres, ConnectionString: null }:
                throw new InputException($"--storage postgres needs --connection or {Connection.Variable}, such as \"Host=/run/postgresql;Database=controlplane\"");
            case { Storage: StorageKind.Postgres, Join: not null }:
                throw new InputException("--join is for --storage memory: with postgres the silos of a region find each other in its database");
            case { Storage: StorageKind.Memory, ConnectionString: not null }:
                throw new InputException($"--connection or {Connection.Variable} is given, but --storage is memory: add --storage postgres");
        }
    }
}
