using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>What a node knows of a job besides where it is.</summary>
internal sealed class JobCard
{
    public required JobId Number { get; init; }

    public required JobSubmission Submission { get; init; }

    /// <summary>Index of its home.</summary>
    public required int Home { get; init; }

    public required double SubmittedS { get; init; }

    /// <summary>Number of the last event about it.</summary>
    public long Version { get; set; }

    /// <summary>When its last run began; not a number if it never ran.</summary>
    public double StartedS { get; set; } = double.NaN;

    /// <summary>Energy of the runs that are over, joules.</summary>
    public double EnergyJ { get; set; }

    /// <summary>Token of the last run that is over; 0 before the first.</summary>
    public long LastToken { get; set; }

    /// <summary>Index of the site of that run; -1 before the first.</summary>
    public int LastSite { get; set; } = -1;

    /// <summary>Energy of that run, joules: what the agent measured, or what the model says.</summary>
    public double LastJ { get; set; }

    /// <summary>What the agent last said of the present run. Not journalled.</summary>
    public AgentWord? Said { get; set; }

    /// <summary>How often it failed at sites.</summary>
    public int Failures { get; set; }

    /// <summary>Whether somebody wants it back.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>The last placement decision, as <see cref="PlacementDecision"/> reads it; null if there was none.</summary>
    public byte[]? Decision { get; set; }

    /// <summary>What a shadow would have done about it last, with its version; null if none was asked.</summary>
    public (int Version, ShadowVerdict Verdict)? Shadow { get; set; }

    /// <summary>How it ended; null while it has not.</summary>
    public CardEnd? End { get; set; }
}
