using System.CommandLine;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Policies.Generation.Live;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>The settings of the embedded carrier on the command line and in the environment.</summary>
/// <param name="api">Those of the HTTP API.</param>
/// <param name="fleet">What a new node is founded with.</param>
/// <param name="trainer">Whether and how it learns.</param>
internal sealed class EmbeddedInputs(ApiInputs api, FleetInputs fleet, TrainerInputs trainer)
{
    private const string DefaultFolder = "data";
    private static readonly NodeSettings Unset = new();

    private readonly Setting _capacity = Own("--capacity", "N", $"Jobs of an ingress that have not ended; more are refused for now (default: {Unset.Capacity}).");
    private readonly Setting _mostAttempts = Own("--most-attempts", "N", $"How often a job may fail at sites before it is given up (default: {Unset.MostAttempts}).");

    private readonly Setting _generation = Own(
        "--generation-policy", "RULE", $"Rule for generation jobs, name or name:key=value, while it runs (default: {LiveGeneration.Default.Label}).");

    /// <summary>How many ended jobs are remembered, which other verbs take too.</summary>
    public static Setting Remembered { get; } = Own("--remembered", "N", $"Ended jobs that can still be asked for (default: {Unset.Remembered}).");

    /// <summary>The data folder, which other verbs take too.</summary>
    public static Setting Data { get; } = Own("--data", "DIR", $"Folder of the node: its journal, its keys (default: {DefaultFolder}).");

    /// <summary>The inputs.</summary>
    public InputGroup Group => new("Node (--carrier embedded)", [_capacity, Remembered, _mostAttempts, _generation]);

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
        var founding = fleet.Read(result);
        return new EmbeddedSettings(
            founding,
            new JournalPlace { Folder = folder, Connection = shared.Connection },
            ReadNode(result, shared.Region, founding),
            api.Read(result, KeysFile(folder)),
            shared.LogLevel,
            shared.Json)
        {
            GenerationPolicy = ReadRule(result),
            Trainer = trainer.Read(result),
        };
    }

    private static Setting Own(string name, string value, string description) => new(name, value, description) { OnlyFor = CarrierCatalog.Embedded };

    private PolicySpec ReadRule(ParseResult result)
    {
        if (_generation.Read(result) is not { } given)
            return LiveGeneration.Default;
        try
        {
            var rule = PolicyModels.Load(PolicySpec.Parse(given.Text, GenerationPolicyCatalog.All), GenerationPolicyCatalog.All);
            GenerationPolicyCatalog.Check(rule);
            return rule;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new InputException($"{given.Source}: {wrong.Message}");
        }
    }

    private NodeSettings ReadNode(ParseResult result, string name, Founding founding) => new()
    {
        Name = name,
        AgentLeaseS = founding.AgentLease.TotalSeconds,
        Capacity = _capacity.Read(result)?.Whole(1, 10_000_000) ?? Unset.Capacity,
        Remembered = RememberedOf(result),
        MostAttempts = _mostAttempts.Read(result)?.Whole(1, 1_000) ?? Unset.MostAttempts,
    };
}
