using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>Where a held job stands: greater priority first, then the earlier deadline, then submission.</summary>
internal readonly record struct HeldPlace(int Urgency, double DeadlineS, double SubmittedS, JobId Job)
{
    /// <summary>The order.</summary>
    public static IComparer<HeldPlace> Order { get; } = Comparer<HeldPlace>.Create(Compare);

    /// <summary>Before every job.</summary>
    public static HeldPlace First { get; } = new(int.MinValue, double.NegativeInfinity, double.NegativeInfinity, default);

    /// <summary>After every job.</summary>
    public static HeldPlace Last { get; } = new(int.MaxValue, double.PositiveInfinity, double.PositiveInfinity, default);

    public static HeldPlace Of(in Job job) => new(-job.Priority, job.DeadlineS, job.SubmittedS, job.Id);

    private static int Compare(HeldPlace one, HeldPlace other) =>
        one.Urgency != other.Urgency ? one.Urgency.CompareTo(other.Urgency)
        : one.DeadlineS != other.DeadlineS ? one.DeadlineS.CompareTo(other.DeadlineS)
        : one.SubmittedS != other.SubmittedS ? one.SubmittedS.CompareTo(other.SubmittedS)
        : one.Job.CompareTo(other.Job);
}
