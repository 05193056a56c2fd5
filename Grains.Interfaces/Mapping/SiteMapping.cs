using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>What happens at data centres, between Fleet and the wire.</summary>
public static class SiteMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="run">The run.</param>
    public static RunRecord ToWire(this in Run run) => new(
        run.Item.ToWire(), run.Allocation.ToWire(), run.SecondsPerUnit, run.PowerW, run.StartS, run.FinishS, run.Slot, run.Generation);

    /// <summary>From the wire.</summary>
    /// <param name="run">The record.</param>
    public static Run ToFleet(this RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new Run(
            run.Item.ToFleet(), run.Allocation.ToFleet(), run.SecondsPerUnit, run.PowerW, run.StartS, run.FinishS, run.Slot, run.Generation);
    }

    /// <summary>To the wire.</summary>
    /// <param name="status">The report.</param>
    public static SiteStatusRecord ToWire(this in SiteStatus status) => new(
        status.Site,
        status.UpGpus,
        status.FreeGpus,
        status.Running,
        status.Queued,
        status.Accepting,
        status.IsUp,
        status.IsDraining,
        status.PowerW,
        status.ReportedS);

    /// <summary>From the wire.</summary>
    /// <param name="status">The record.</param>
    public static SiteStatus ToFleet(this SiteStatusRecord status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new SiteStatus(
            status.Site,
            status.UpGpus,
            status.FreeGpus,
            status.Running,
            status.Queued,
            status.Accepting,
            status.IsUp,
            status.IsDraining,
            status.PowerW,
            status.ReportedS);
    }

    /// <summary>To the wire.</summary>
    /// <param name="run">The run.</param>
    public static FinishedRunRecord ToWire(this in FinishedRun run) => new(run.Allocation.ToWire(), run.Units, run.StartS, run.EndS, run.PowerW);

    /// <summary>From the wire.</summary>
    /// <param name="run">The record.</param>
    public static FinishedRun ToFleet(this FinishedRunRecord run) => new(run.Allocation.ToFleet(), run.Units, run.StartS, run.EndS, run.PowerW);

    /// <summary>To the wire.</summary>
    /// <param name="outcome">The outcome.</param>
    public static AdmissionCode ToWire(this AdmitOutcome outcome) => outcome switch
    {
        AdmitOutcome.Started => AdmissionCode.Started,
        AdmitOutcome.Queued => AdmissionCode.Queued,
        AdmitOutcome.Refused => AdmissionCode.Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The wire has no such outcome."),
    };

    /// <summary>From the wire.</summary>
    /// <param name="code">The code.</param>
    public static AdmitOutcome ToFleet(this AdmissionCode code) => code switch
    {
        AdmissionCode.Started => AdmitOutcome.Started,
        AdmissionCode.Queued => AdmitOutcome.Queued,
        AdmissionCode.Refused => AdmitOutcome.Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This version knows no such outcome."),
    };
}
