using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>A job that has not ended, as its home knows it.</summary>
internal sealed class HomeEntry
{
    /// <summary>The job and what was left of it when it was last here.</summary>
    public WorkItem Item { get; set; }

    public HomePhase Phase { get; set; }

    /// <summary>Its site; -1 while held.</summary>
    public int Site { get; set; } = -1;

    /// <summary>Token of its present assignment; 0 while held.</summary>
    public long Token { get; set; }

    /// <summary>Whether its submitter wants it back.</summary>
    public bool IsWithdrawn { get; set; }
}
