using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node.Agents;
using ControlPlane.Client.Node.Serving;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument and options that say which node to bring up.</summary>
internal sealed class ServeInput
{
    private const string DefaultFleet = "paper";
    private const string DefaultFolder = "data";
    private const int DefaultPort = 8080;

    // The node keeps its keys there.
    private const string KeysFile = "keys.json";
    private readonly IScenarioSource _scenarios;
    private readonly Option<string?> _folder = new("--data") { HelpName = "DIR", Description = $"The node's data folder, made if there is none (default: {DefaultFolder})." };
    private readonly Option<long?> _port = Quantity.WholeOption("--port", 0, 65_535, $"Port of its HTTP API on this machine; 0 picks a free one (default: {DefaultPort}).");
    private readonly Option<string?> _policy = new("--policy", "-p") { HelpName = "P[:KEY=VALUE,...]", Description = "First policy of a new node (default: least-loaded)." };
    private readonly Option<bool> _dev = new("--dev") { Description = $"No keys, loopback only: as without {KeysFile} in the data folder." };
    private readonly Option<bool> _noRestart = new("--no-restart") { Description = "A node that ends by itself is not started again: exit code 1." };
    private readonly Option<bool> _train = new("--train") { Description = "Learn from the decisions that take effect; versions decide when somebody lets them." };
    private readonly Option<long?> _trainEvery = Quantity.WholeOption("--train-every", 1, 1_000_000_000, "Trainer: decisions from one snapshot to the next (default: 10000).");
    private readonly Option<string?> _trainSettings = new("--train-settings") { HelpName = "L[:KEY=VALUE,...]", Description = "Trainer: how it learns, for example priced:rate=0.001." };
    private readonly Option<bool> _agents = new("--agents") { Description = "Run the agents of all sites here (default, where the node has no keys)." };
    private readonly Option<bool> _noAgents = new("--no-agents") { Description = "Run no agents: no site works until one registers ('controlplane agent')." };
    private readonly Option<double?> _speed = Quantity.Option("--speed", 0, 1e6, "Agents: seconds of work in a second (default: 1).");
    private readonly Option<double?> _fail = Quantity.Option("--fail", 0, 1, "Agents: share of runs that fail (default: none).");

    /// <summary>Makes the argument and options.</summary>
    /// <param name="scenarios">Where scenarios come from.</param>
    public ServeInput(IScenarioSource scenarios)
    {
        _scenarios = scenarios;
        Fleet = new Argument<string?>("SCENARIO") { Description = $"The scenario whose fleet it runs (default: {DefaultFleet}).", Arity = ArgumentArity.ZeroOrOne };
        Fleet.CompletionSources.Add(_ => scenarios.Names);
        _policy.CompletionSources.Add(_ => OnePolicyInput.Names);
    }

    /// <summary>The scenario whose fleet it runs.</summary>
    public Argument<string?> Fleet { get; }

    /// <summary>Options of the node.</summary>
    public IReadOnlyList<Option> Node => [_folder, _port, _policy, _dev, _noRestart, _train, _trainEvery, _trainSettings];

    /// <summary>Options of the agents.</summary>
    public IReadOnlyList<Option> Agents => [_agents, _noAgents, _speed, _fail];

    /// <summary>What was asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">The scenario or the policy is wrong, or options do not go together.</exception>
    public ServeRequest Read(ParseResult result)
    {
        var fleet = result.GetValue(Fleet) ?? DefaultFleet;
        _scenarios.Load(fleet);
        var folder = result.GetValue(_folder) is { Length: > 0 } given ? given : DefaultFolder;
        if (File.Exists(folder))
            throw new InputException($"{_folder.Name} must be a folder, '{folder}' is a file");
        var policy = result.GetValue(_policy);
        if (policy is not null)
            OnePolicyInput.Read(policy, _policy.Name);
        var isDev = result.GetValue(_dev) || !File.Exists(Path.Combine(folder, KeysFile));
        return new ServeRequest(fleet, folder, (int)(result.GetValue(_port) ?? DefaultPort), policy, isDev, ReadAgents(result, isDev), !result.GetValue(_noRestart))
        {
            Training = ReadTraining(result),
        };
    }

    private IReadOnlyList<string> ReadTraining(ParseResult result)
    {
        var (every, settings) = (result.GetValue(_trainEvery), result.GetValue(_trainSettings));
        if (!result.GetValue(_train))
            return every is null && settings is null ? [] : throw new InputException($"{_trainEvery.Name} and {_trainSettings.Name} need {_train.Name}");
        return [_train.Name, .. every is { } n ? (string[])[_trainEvery.Name, $"{n}"] : [], .. settings is null ? [] : (string[])[_trainSettings.Name, settings]];
    }

    private AgentSettings? ReadAgents(ParseResult result, bool isDev)
    {
        var (wanted, unwanted) = (result.GetValue(_agents), result.GetValue(_noAgents));
        if (wanted && unwanted)
            throw new InputException($"give {_agents.Name} or {_noAgents.Name}, not both");
        if (wanted && !isDev)
            throw new InputException($"{_agents.Name}: the node has keys, and each site's agent needs its own: 'controlplane agent --site SITE --key KEY' (or {_dev.Name}, without keys)");
        return unwanted || !isDev ? null : new AgentSettings(result.GetValue(_speed) ?? 1, result.GetValue(_fail) ?? 0);
    }
}
