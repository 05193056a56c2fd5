using System.CommandLine;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Catalog;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>The settings of the embedded carrier on the command line and in the environment.</summary>
/// <param name="api">Those of the HTTP API.</param>
internal sealed class EmbeddedInputs(ApiInputs api)
{
    private const string DefaultFolder = "data";
    private const string DefaultPolicy = "least-loaded";
    private static readonly NodeSettings Unset = new();

    private readonly Setting _policy = Own("--policy", "POLICY", $"First policy of a new node, name or name:key=value (default: {DefaultPolicy}).");
    private readonly Setting _agentLease = Own("--agent-lease", "TIME", "How long a site's agent may be silent (default: 15s).");
    private readonly Setting _capacity = Own("--capacity", "N", $"Jobs of an ingress that have not ended; more are refused for now (default: {Unset.Capacity}).");
    private readonly Setting _mostAttempts = Own("--most-attempts", "N", $"How often a job may fail at sites before it is given up (default: {Unset.MostAttempts}).");

    /// <summary>The fleet, which other verbs take too.</summary>
    public static Setting Fleet { get; } = Own("--fleet", "SCENARIO", "Path or name of the scenario whose fleet the node runs (default: paper).");

    /// <summary>How many ended jobs are remembered, which other verbs take too.</summary>
    public static Setting Remembered { get; } = Own("--remembered", "N", $"Ended jobs that can still be asked for (default: {Unset.Remembered}).");

    /// <summary>The data folder, which other verbs take too.</summary>
    public static Setting Data { get; } = Own("--data", "DIR", $"Folder of the node: its journal, its keys (default: {DefaultFolder}).");

    /// <summary>The inputs.</summary>
    public InputGroup Group => new("Node (--carrier embedded)", [Fleet, _policy, _agentLease, _capacity, Remembered, _mostAttempts]);

    /// <summary>Path or name of the scenario.</summary>
    /// <param name="result">The command line.</param>
    public static string FleetOf(ParseResult result) => Fleet.Read(result)?.Text ?? "paper";

    /// <summary>How many ended jobs are remembered.</summary>
    /// <param name="result">The command line.</param>
    public static int RememberedOf(ParseResult result) => Remembered.Read(result)?.Whole(1, 10_000_000) ?? Unset.Remembered;

    /// <summary>The data folder.</summary>
    /// <param name="result">The command line.</param>
    public static string Folder(ParseResult result) => Data.Read(result)?.Text ?? DefaultFolder;

    /// <summary>Where the keys of a data folder are.</summary>
    /// <param name="folder">The data folder.</param>
    public static string KeysFile(string folder) => Path.Combine(folder, "keys.json");

    /// <summary>What to run.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="shared">What every carrier is told.</param>
    public EmbeddedSettings Read(ParseResult result, SharedSettings shared)
    {
        var folder = Folder(result);
        return new EmbeddedSettings(
            FleetOf(result),
            ReadPolicy(result),
            new JournalPlace { Folder = folder, Connection = shared.Connection },
            ReadNode(result, shared.Region),
            api.Read(result, KeysFile(folder)),
            shared.LogLevel,
            shared.Json);
    }

    private static Setting Own(string name, string value, string description) => new(name, value, description) { OnlyFor = CarrierCatalog.Embedded };

    private NodeSettings ReadNode(ParseResult result, string name) => new()
    {
        Name = name,
        AgentLeaseS = _agentLease.Read(result)?.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)).TotalSeconds ?? Unset.AgentLeaseS,
        Capacity = _capacity.Read(result)?.Whole(1, 10_000_000) ?? Unset.Capacity,
        Remembered = RememberedOf(result),
        MostAttempts = _mostAttempts.Read(result)?.Whole(1, 1_000) ?? Unset.MostAttempts,
    };

    private PolicySpec ReadPolicy(ParseResult result)
    {
        if (_policy.Read(result) is not { } given)
            return new PolicySpec(DefaultPolicy);
        try
        {
            return PolicySpec.Parse(given.Text);
        }
        catch (FormatException wrong)
        {
            throw new InputException($"{given.Source}: {wrong.Message}");
        }
    }
}
