using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>What a home keeps about one site.</summary>
internal sealed class SiteBook
{
    /// <summary>Assignments without an answer, by token.</summary>
    public SortedDictionary<long, JobId> Sending { get; } = [];

    /// <summary>Withdrawals without an answer, by token.</summary>
    public SortedDictionary<long, JobId> Withdrawing { get; } = [];

    /// <summary>Jobs that are, or may be, at the site.</summary>
    public int Jobs { get; set; }

    /// <summary>Number of the lease.</summary>
    public long Epoch { get; set; } = 1;

    /// <summary>
    /// When the lease ends; null while there is none. Not journalled: a home that comes back gives every site a whole lease more, which only makes it wait longer.
    /// </summary>
    public double? LeaseEndS { get; private set; }

    /// <summary>Whether the site has answered since the lease was last granted: its next message may grant it anew.</summary>
    public bool HasAnswered { get; set; }

    // The latest end that the site was ever told: a clock that was set back must not take back what was promised.
    private double _promisedS = double.NegativeInfinity;

    /// <summary>Grants the lease anew.</summary>
    /// <returns>Its end: never before an end that was granted earlier.</returns>
    public double Grant(double endS)
    {
        HasAnswered = false;
        _promisedS = Math.Max(_promisedS, endS);
        LeaseEndS = _promisedS;
        return _promisedS;
    }

    /// <summary>The site has nothing of ours: its next lease begins with the next message.</summary>
    public void EndLease() => LeaseEndS = null;
}
