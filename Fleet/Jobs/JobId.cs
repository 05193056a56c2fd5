namespace ControlPlane.Fleet.Jobs;

/// <summary>The fleet-wide number of a job: unique, positive, ascending in order of submission within one ingress stream.</summary>
/// <param name="Value">The number.</param>
public readonly record struct JobId(long Value) : IComparable<JobId>
{
    /// <inheritdoc/>
    public int CompareTo(JobId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();

    /// <summary>Orders by number.</summary>
    public static bool operator <(JobId left, JobId right) => left.Value < right.Value;

    /// <summary>Orders by number.</summary>
    public static bool operator >(JobId left, JobId right) => left.Value > right.Value;

    /// <summary>Orders by number.</summary>
    public static bool operator <=(JobId left, JobId right) => left.Value <= right.Value;

    /// <summary>Orders by number.</summary>
    public static bool operator >=(JobId left, JobId right) => left.Value >= right.Value;
}
