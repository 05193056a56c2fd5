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

    /// <summary>Number of the last order that it has carried out or begun: the host forgets those up to it.</summary>
    public long Confirmed { get; init; }

    /// <summary>What became of jobs, repeated until the answer has confirmed it.</summary>
    public IReadOnlyList<AgentReport> Reports { get; init; } = [];

    /// <summary>How long it would wait for an order, seconds, 0 to 30; less than a third of the lease.</summary>
    public double WaitS { get; init; }
}
