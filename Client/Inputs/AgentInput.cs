using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node.Agents;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say which agents to be.</summary>
internal sealed class AgentInput
{
    private const int LongestName = 63;

    private readonly Option<string[]> _sites = new("--site") { HelpName = "SITE", Description = "A site to serve; repeat it for more.", AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> _all = new("--all") { Description = "Serve all sites of the node." };
    private readonly Option<double?> _speed = Quantity.Option("--speed", 0, 1e6, "Seconds of work in a second (default: 1).");
    private readonly Option<double?> _fail = Quantity.Option("--fail", 0, 1, "Share of runs that fail (default: none).");
    private readonly Option<string?> _name = new("--name") { HelpName = "NAME", Description = "The agent's name (default: the machine's)." };
    private readonly Option<long?> _gpus = Quantity.WholeOption("--gpus", 0, 10_000_000, "GPUs in working order at each site (default: all that it has).");
    private readonly Option<double?> _lasts = TimeInput.Option("--for", 0.1, 30 * 86_400, "End after this time (default: at Ctrl-C).");
    private readonly Option<long?> _seed = Quantity.WholeOption("--seed", 0, long.MaxValue, "Chooses which runs fail (default: 0).");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [_sites, _all, _speed, _fail, _seed, _name, _gpus, _lasts];

    /// <summary>The agents asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">No sites, or both some and all; the name is wrong.</exception>
    public AgentRequest Read(ParseResult result)
    {
        string[] sites = [.. (result.GetValue(_sites) ?? []).Distinct(StringComparer.Ordinal)];
        if (result.GetValue(_all) == sites.Length > 0)
            throw new InputException("give --site or --all, one of them");
        var settings = new AgentSettings(result.GetValue(_speed) ?? 1, result.GetValue(_fail) ?? 0, result.GetValue(_seed) ?? 0);
        TimeSpan? lasts = result.GetValue(_lasts) is { } s ? TimeSpan.FromSeconds(s) : null;
        return new AgentRequest(sites, ReadName(result), (int?)result.GetValue(_gpus), settings, lasts);
    }

    private string ReadName(ParseResult result)
    {
        var name = result.GetValue(_name) ?? Environment.MachineName;
        return name.Length is > 0 and <= LongestName && !name.Any(char.IsControl) ? name : throw new InputException($"--name must have 1 to {LongestName} characters");
    }
}
