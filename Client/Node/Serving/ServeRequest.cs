using ControlPlane.Client.Node.Agents;

namespace ControlPlane.Client.Node.Serving;

/// <summary>Which node to bring up, and the agents of its sites.</summary>
/// <param name="Fleet">Name or path of the scenario whose fleet it runs.</param>
/// <param name="Folder">Its data folder.</param>
/// <param name="Port">Port of its HTTP API; 0 picks one.</param>
/// <param name="Policy">The first policy of a new node; null for the node's choice.</param>
/// <param name="IsDev">No keys, on loopback only.</param>
/// <param name="Agents">How the agents of all sites run jobs; null for no agents.</param>
/// <param name="Restarts">Whether a node that ended by itself is started again.</param>
internal sealed record ServeRequest(string Fleet, string Folder, int Port, string? Policy, bool IsDev, AgentSettings? Agents, bool Restarts)
{
    /// <summary>The node's arguments about its trainer; none for no trainer.</summary>
    public IReadOnlyList<string> Training { get; init; } = [];

    /// <summary>The node's arguments.</summary>
    public IEnumerable<string> Arguments =>
    [
        "--carrier", "embedded", "--json", "--fleet", Fleet, "--data", Folder, "--http-port", $"{Port}",
        .. Policy is null ? [] : (string[])["--policy", Policy],
        .. Training,
        // Simulated sites live in the scenario's time.
        .. Agents is null ? [] : (string[])["--repeat-signals"],
        .. IsDev ? (string[])["--dev", "--http-address", "127.0.0.1"] : [],
    ];
}
