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
    public double? LeaseEndS { get; set; }
}
