using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>The settings of the carrier on Orleans on the command line and in the environment.</summary>
internal sealed class ClusterInputs
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Setting _address = Own("--address", "IP", "Where silos and clients reach this one (default: 127.0.0.1).");
    private readonly Setting _siloPort = Own("--silo-port", "PORT", "For other silos; 0 picks a free one (default: 11111).");
    private readonly Setting _gatewayPort = Own("--gateway-port", "PORT", "For clients; 0 picks a free one (default: 30000).");
    private readonly Setting _storage = Own("--storage", "KIND", "memory (development) or postgres, which needs --connection (default: memory).");
    private readonly Setting _join = Own("--join", "IP:PORT", "With memory: the silo port of the first silo of the cluster.");
    private readonly Switch _fastFailover =
        new("--fast-failover", "Take a lost silo for dead within seconds: for tests, not for production.") { OnlyFor = CarrierCatalog.Orleans };

    private readonly Setting _probeTimeout = Own("--probe-timeout", "TIME", "A silo must answer a probe within this (default: 5s).");
    private readonly Setting _missedProbes = Own("--missed-probes", "N", "Probes missed in a row before a silo is suspected (default: 3).");
    private readonly Setting _tableRefresh = Own("--table-refresh", "TIME", "How often the membership table is read (default: 60s).");
    private readonly Setting _heartbeat = Own("--heartbeat", "TIME", "How often a silo writes that it is alive (default: 10s).");
    private readonly Setting _responseTimeout = Own("--response-timeout", "TIME", "A grain call must be answered within this (default: 10s).");
    private readonly Setting _drainTimeout = Own("--drain-timeout", "TIME", "How long grains may take to finish after SIGTERM (default: 30s).");

    /// <summary>The inputs.</summary>
    public InputGroup Group => new(
        "Cluster (--carrier orleans)",
        [
            _address, _siloPort, _gatewayPort, _storage, _join, _fastFailover, _probeTimeout, _missedProbes, _tableRefresh, _heartbeat, _responseTimeout, _drainTimeout,
        ]);

    /// <summary>The silo.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="shared">What every carrier is told.</param>
    public SiloSettings Read(ParseResult result, SharedSettings shared)
    {
        var unset = new SiloSettings();
        var settings = new SiloSettings
        {
            Region = shared.Region,
            Address = _address.Read(result)?.Address() ?? unset.Address,
            SiloPort = _siloPort.Read(result)?.Whole(0, 65535) ?? unset.SiloPort,
            GatewayPort = _gatewayPort.Read(result)?.Whole(0, 65535) ?? unset.GatewayPort,
            Storage = _storage.Read(result)?.OneOf("memory", "postgres") == "postgres" ? StorageKind.Postgres : StorageKind.Memory,
            ConnectionString = shared.Connection,
            Join = _join.Read(result)?.EndPoint(),
            FailureDetection = ReadFailureDetection(result),
            ResponseTimeout = _responseTimeout.Read(result)?.Duration(Shortest, Longest) ?? unset.ResponseTimeout,
            DrainTimeout = _drainTimeout.Read(result)?.Duration(TimeSpan.FromSeconds(1), Longest) ?? unset.DrainTimeout,
        };
        Check(settings);
        return settings;
    }

    private static Setting Own(string name, string value, string description) => new(name, value, description) { OnlyFor = CarrierCatalog.Orleans };

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
        var connection = SiloInputs.Connection.Variable;
        if (settings.SiloPort == settings.GatewayPort && settings.SiloPort != 0)
            throw new InputException($"--silo-port and --gateway-port must differ, both are {settings.SiloPort}");
        switch (settings)
        {
            case { Storage: StorageKind.Postgres, ConnectionString: null }:
                throw new InputException($"--storage postgres needs --connection or {connection}, such as \"Host=/run/postgresql;Database=controlplane\"");
            case { Storage: StorageKind.Postgres, Join: not null }:
                throw new InputException("--join is for --storage memory: with postgres the silos of a region find each other in its database");
            case { Storage: StorageKind.Memory, ConnectionString: not null }:
                throw new InputException($"--connection or {connection} is given, but --storage is memory: add --storage postgres");
        }
    }
}
