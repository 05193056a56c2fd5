using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>Messages of the job protocol between Fleet and the wire. Enumerations have the same numbers on both sides; a test holds them together.</summary>
public static class ProtocolMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="message">The message.</param>
    /// <param name="nameOf">The ids of jobs, null for those without; null where no job has one.</param>
    public static HomeMessageRecord ToWire(this HomeMessage message, Func<JobId, string?>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new HomeMessageRecord(
            message.Home,
            message.Epoch,
            message.LeaseEndS,
            message.SettledBelow,
            [.. message.Assignments.Select(a => new AssignmentRecord(a.Token, a.Item.ToWire(), nameOf?.Invoke(a.Item.Job.Id)))],
            [.. message.Withdrawals.Select(w => new WithdrawalRecord(w.Token, w.Job.Value))]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="message">The record.</param>
    public static HomeMessage ToFleet(this HomeMessageRecord message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new HomeMessage(
            message.Home,
            message.Epoch,
            message.LeaseEndS,
            message.SettledBelow,
            [.. message.Assignments.Select(a => new Assignment(a.Token, a.Item.ToFleet()))],
            [.. message.Withdrawals.Select(w => new Withdrawal(w.Token, new JobId(w.Job)))]);
    }

    /// <summary>To the wire.</summary>
    /// <param name="answer">The answer.</param>
    public static SiteAnswerRecord ToWire(this SiteAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new SiteAnswerRecord([.. answer.Assignments.Select(a => (AssignmentCode)a)], [.. answer.Withdrawals.Select(w => (WithdrawalCode)w)]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="answer">The record.</param>
    public static SiteAnswer ToFleet(this SiteAnswerRecord answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new SiteAnswer([.. answer.Assignments.Select(a => (AssignmentAnswer)a)], [.. answer.Withdrawals.Select(w => (WithdrawalAnswer)w)]);
    }

    /// <summary>To the wire.</summary>
    /// <param name="report">The report.</param>
    /// <param name="failure">Why the run failed; null when it did not.</param>
    public static SiteReportRecord ToWire(this in SiteReport report, string? failure = null) => new(
        report.Number,
        report.Token,
        (ReportCode)report.Kind,
        report.Item.ToWire(),
        report.AtS,
        report.StartS,
        report.Allocation.ToWire(),
        report.EnergyJ,
        failure);

    /// <summary>From the wire.</summary>
    /// <param name="report">The record.</param>
    public static SiteReport ToFleet(this in SiteReportRecord report) => new(
        report.Number,
        report.Token,
        (ReportKind)report.Kind,
        report.Item.ToFleet(),
        report.AtS,
        report.StartS,
        report.Allocation.ToFleet(),
        report.EnergyJ);

    /// <summary>To the wire.</summary>
    /// <param name="counts">The ledger.</param>
    public static IngressAccountRecord ToWire(this in HomeCounts counts) =>
        new(counts.Submitted, counts.Held, counts.Sending, counts.Placed, counts.Completed, counts.Cancelled, counts.Rejected);

    /// <summary>Where a job that has not ended is, as its home knows it.</summary>
    /// <param name="phase">The phase.</param>
    public static JobStateCode ToWire(this HomePhase phase) => phase switch
    {
        HomePhase.Held => JobStateCode.Held,
        HomePhase.Sending => JobStateCode.Sending,
        HomePhase.Placed => JobStateCode.Placed,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A home knows no such phase."),
    };

    /// <summary>How a job ended.</summary>
    /// <param name="phase">Completed, cancelled or rejected.</param>
    public static JobStateCode ToWire(this JobPhase phase) => phase switch
    {
        JobPhase.Completed => JobStateCode.Completed,
        JobPhase.Cancelled => JobStateCode.Cancelled,
        JobPhase.Rejected => JobStateCode.Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A job has not ended in this phase."),
    };
}
