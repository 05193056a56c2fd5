namespace ControlPlane.Fleet.Control.Node;

/// <summary>How a node stands with the agent of a site.</summary>
internal sealed class AgentStand
{
    /// <summary>Name of the last agent; null if there never was one.</summary>
    public string? Name { get; set; }

    /// <summary>Number of the last session; 0 before the first.</summary>
    public long Epoch { get; set; }

    /// <summary>Whether the session runs.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Number of the last report that was taken in.</summary>
    public long Confirmed { get; set; }

    /// <summary>When the lease ends. Not journalled: a node that comes back gives every agent a whole lease.</summary>
    public double LeaseEndS { get; set; }

    /// <summary>When it was last heard of. Not journalled.</summary>
    public double LastBeatS { get; set; } = double.NaN;

    /// <summary>Version of what an operator set.</summary>
    public long Version { get; set; }

    /// <summary>Grows whenever the jobs that should run at the site change. Not journalled: an agent that knows another number is told all.</summary>
    public long Tasks { get; set; } = 1;
}
