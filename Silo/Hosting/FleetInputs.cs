using System.CommandLine;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Hosting;

/// <summary>What a new node or region is founded with, the same for every carrier.</summary>
internal sealed class FleetInputs
{
    private const string DefaultPolicy = "least-loaded";
    private readonly Setting _policy = new("--policy", "POLICY", $"First policy of a new node or region, name or name:key=value (default: {DefaultPolicy}).");
    private readonly Setting _agentLease = new("--agent-lease", "TIME", "How long a site's agent may be silent (default: 15s).");

    private readonly Switch _repeat = new("--repeat-signals", "Play prices and weather of the scenario's time again and again, to try things out (default: those of the present).");

    /// <summary>The fleet, which other verbs take too.</summary>
    public static Setting Fleet { get; } = new(
        "--fleet", "SCENARIO", "Path or name of the scenario whose fleet it runs (default: paper; with orleans: none, and a region that is not open is opened only when this is given).");

    /// <summary>The inputs.</summary>
    public InputGroup Group => new("Fleet", [Fleet, _policy, _agentLease, _repeat]);

    /// <summary>What was given for a carrier that always has a fleet.</summary>
    /// <param name="result">The command line.</param>
    public Founding Read(ParseResult result) => new(
        Fleet.Read(result)?.Text ?? "paper",
        ReadPolicy(result),
        _agentLease.Read(result)?.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)) ?? TimeSpan.FromSeconds(new NodeSettings().AgentLeaseS))
    {
        RepeatsSignals = _repeat.Read(result),
    };

    /// <summary>What was given for a carrier whose fleet may be known already.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>Null when no fleet was given.</returns>
    public Founding? ReadIfAsked(ParseResult result)
    {
        if (Fleet.Read(result) is not null)
            return Read(result);
        return (_policy.GivenAs(result) ?? _agentLease.GivenAs(result)) is not { } idle
            ? null
            : throw new InputException($"{idle} is for a region that this silo opens: name its fleet with --fleet");
    }

    private PolicySpec ReadPolicy(ParseResult result)
    {
        if (_policy.Read(result) is not { } given)
            return new PolicySpec(DefaultPolicy);
        try
        {
            return PolicyModels.Load(PolicySpec.Parse(given.Text));
        }
        catch (FormatException wrong)
        {
            throw new InputException($"{given.Source}: {wrong.Message}");
        }
    }
}
