namespace ControlPlane.Fleet.Control;

/// <summary>What an agent says: that it lives, and what became of its jobs.</summary>
public sealed record AgentBeat
{
    /// <summary>Name of the site.</summary>
    public required string Site { get; init; }

    /// <summary>Number of the session.</summary>
    public required long Epoch { get; init; }

    /// <summary>GPUs in working order; null if nothing changed.</summary>
    public int? Gpus { get; init; }

    /// <summary>The version of its tasks that it follows; 0 for none.</summary>
    public long KnownVersion { get; init; }

    /// <summary>What became of jobs, repeated until the answer has confirmed it.</summary>
    public IReadOnlyList<AgentReport> Reports { get; init; } = [];

    /// <summary>How long it would wait for other tasks, seconds, 0 to 30; less than a third of the lease.</summary>
    public double WaitS { get; init; }
}
