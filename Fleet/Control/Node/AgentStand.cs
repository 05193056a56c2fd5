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

    /// <summary>It was heard of: its lease runs from now.</summary>
    public void Hear(double nowS, double leaseS) => (LeaseEndS, LastBeatS) = (nowS + leaseS, nowS);

    /// <summary>Refuses whoever speaks for another session than the present one.</summary>
    /// <exception cref="ControlException">The session is over.</exception>
    public void RequireSession(string site, long epoch)
    {
        if (!IsConnected || Epoch != epoch)
            throw new ControlException(ControlProblem.Conflict, $"session {epoch} of site '{site}' is over: stop its jobs and register again");
    }

    /// <summary>Refuses an agent while another one may still run the jobs of its session; a second start of the same one has none.</summary>
    /// <exception cref="ControlException">Another agent has the site.</exception>
    public void RequireFree(string site, string agent, double nowS)
    {
        var leftS = LeaseEndS - nowS;
        if (IsConnected && Name != agent && leftS > 0)
            throw new ControlException(ControlProblem.Conflict, $"site '{site}' has agent '{Name}', whose lease ends in {leftS:0.#} s", leftS);
    }

    /// <summary>The reports of a beat that are not taken in yet, in order.</summary>
    public IEnumerable<AgentReport> NewOf(AgentBeat beat) => beat.Reports.Where(r => r.Number > Confirmed).OrderBy(r => r.Number);

    /// <summary>Version of what an operator set.</summary>
    public long Version { get; set; }

    /// <summary>Grows whenever the jobs that should run at the site change. Not journalled: an agent that knows another number is told all.</summary>
    public long Tasks { get; set; } = 1;
}
