namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>What load to make and on which node.</summary>
internal sealed record LoadOptions
{
    /// <summary>Address of a running node; null to start one.</summary>
    public Uri? Node { get; init; }

    /// <summary>Key of an administrator of the running node; null for one that asks for no keys.</summary>
    public string? AdminKey { get; init; }

    /// <summary>Where the folder of a node that is started is made.</summary>
    public required string Data { get; init; }

    /// <summary>Connection string of an empty PostgreSQL database for the started node; null for SQLite.</summary>
    public string? Connection { get; init; }

    /// <summary>Requests a second, open loop; null for a closed loop.</summary>
    public double? RequestsPerS { get; init; }

    /// <summary>Connections, each with one request under way.</summary>
    public required int Callers { get; init; }

    /// <summary>Jobs in a request.</summary>
    public required int Batch { get; init; }

    /// <summary>How long it is measured.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>How long it runs before.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>Whether agents of all sites finish jobs at once.</summary>
    public required bool WithAgents { get; init; }

    /// <summary>Whether a refused request is repeated after the time that the answer names.</summary>
    public required bool Insists { get; init; }

    /// <summary>Number of API keys that share the requests: each has a rate limit of its own.</summary>
    public required int Keys { get; init; }
}
