using System.CommandLine;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Silo.Hosting;

/// <summary>All settings of the program on the command line and in the environment.</summary>
internal sealed class SiloInputs
{
    private readonly Setting _carrier = new(
        "--carrier", "NAME", "What carries the control plane: embedded (one node) or orleans (a silo of a cluster) (default: embedded).");

    private readonly Setting _region = new("--region", "NAME", "The region, which is the cluster; of a node, its name (default: local).");
    private readonly Setting _logLevel = new("--log-level", "LEVEL", "trace, debug, information, warning, error, critical or none (default: warning).");
    private readonly Switch _json = new("--json", "The ready line is a JSON object.");
    private readonly ClusterInputs _cluster = new();
    private readonly FleetInputs _fleet = new();
    private readonly TrainerInputs _trainer = new();
    private readonly EmbeddedInputs _embedded;

    /// <summary>Defines them.</summary>
    public SiloInputs() => _embedded = new EmbeddedInputs(Api, _fleet, _trainer);

    /// <summary>The settings of the HTTP API.</summary>
    public ApiInputs Api { get; } = new();

    /// <summary>The connection string, which other verbs take too.</summary>
    public static Setting Connection { get; } = new(
        "--connection", "STRING", "Connection string of a PostgreSQL database: the region's, or a node's own instead of a file.");

    /// <summary>Every input, in the order of help.</summary>
    public IReadOnlyList<InputGroup> Groups =>
    [
        new("General", [_carrier, _region, _logLevel, _json]),
        _fleet.Group,
        _embedded.Group,
        _trainer.Group,
        new("Storage", [EmbeddedInputs.Data, Connection]),
        Api.Group,
        _cluster.Group,
    ];

    /// <summary>The carrier asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">There is no such carrier, or something was given that it does not know.</exception>
    public string Carrier(ParseResult result)
    {
        var carrier = _carrier.Read(result)?.OneOf(CarrierCatalog.Embedded, CarrierCatalog.Orleans) ?? CarrierCatalog.Embedded;
        InputGroup.RefuseForeign(Groups, carrier, result);
        return carrier;
    }

    /// <summary>The settings of the embedded carrier.</summary>
    /// <param name="result">The command line.</param>
    public EmbeddedSettings ReadEmbedded(ParseResult result) => _embedded.Read(result, Shared(result));

    /// <summary>The settings of the carrier on Orleans.</summary>
    /// <param name="result">The command line.</param>
    public RunRequest ReadCluster(ParseResult result)
    {
        var shared = Shared(result);
        var api = Api.IsAsked(result) ? Api.Read(result, keysFile: null) : null;
        if (api is null && Api.Group.Inputs.Select(i => i.GivenAs(result)).FirstOrDefault(name => name is not null) is { } idle)
            throw new InputException($"{idle} is for the HTTP API, which --carrier {CarrierCatalog.Orleans} serves with --http-port only");
        var (founding, trainer) = (_fleet.ReadIfAsked(result), _trainer.Read(result));
        if (trainer is not null && founding is null)
            throw new InputException("--train needs --fleet: what was learned is measured in simulated hours of it");
        return new RunRequest(_cluster.Read(result, shared), api, founding, shared.LogLevel, shared.Json) { Trainer = trainer };
    }

    private SharedSettings Shared(ParseResult result) => new(
        _region.Read(result)?.Name(63) ?? "local",
        Connection.Read(result)?.Text,
        _logLevel.Read(result)?.OneOf("trace", "debug", "information", "warning", "error", "critical", "none") ?? "warning",
        _json.Read(result));
}
