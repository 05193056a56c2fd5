using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>Jobs with ids and what is known of them, between Fleet and the wire. Enumerations have the same numbers on both sides; a test holds them together.</summary>
public static class ControlMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="job">The submission.</param>
    public static SubmissionRecord ToWire(this JobSubmission job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new SubmissionRecord(
            job.Id, job.SizeUnits, job.Ingress, job.Tenant, job.Priority, job.Deadline, job.AllowedSites is { } allowed ? [.. allowed] : null, [.. job.ForbiddenSites], [.. job.PreferredSites]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="job">The record.</param>
    public static JobSubmission ToFleet(this SubmissionRecord job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobSubmission
        {
            Id = job.Id,
            SizeUnits = job.SizeUnits,
            Ingress = job.Ingress,
            Tenant = job.Tenant,
            Priority = job.Priority,
            Deadline = job.Deadline,
            AllowedSites = job.AllowedSites is { } allowed ? allowed : null,
            ForbiddenSites = job.ForbiddenSites,
            PreferredSites = job.PreferredSites,
        };
    }

    /// <summary>To the wire.</summary>
    /// <param name="result">The result.</param>
    public static SubmitReply ToWire(this SubmitResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SubmitReply((VerdictCode)result.Outcome, result.Reason, result.RetryAfterS);
    }

    /// <summary>From the wire.</summary>
    /// <param name="reply">The record.</param>
    /// <param name="id">Id of the job.</param>
    public static SubmitResult ToFleet(this SubmitReply reply, string id)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new SubmitResult(id, (SubmitVerdict)reply.Verdict, reply.Reason, reply.RetryAfterS);
    }

    /// <summary>To the wire.</summary>
    /// <param name="job">The job.</param>
    public static JobCardRecord ToWire(this RegionJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobCardRecord(
            job.Submission.ToWire(), job.Number, (CardStateCode)job.State, job.IsCancelled, job.Site, job.Gpus, job.ClockLevel, job.Attempts,
            job.SubmittedS, job.StartedS, job.EndedS, job.EnergyJ, job.Version);
    }

    /// <summary>From the wire.</summary>
    /// <param name="job">The record.</param>
    public static RegionJob ToFleet(this JobCardRecord job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new RegionJob(
            job.Submission.ToFleet(), job.Number, (JobState)job.State, job.IsCancelled, job.Site, job.Gpus, job.ClockLevel, job.Attempts,
            job.SubmittedS, job.StartedS, job.EndedS, job.EnergyJ, job.Version);
    }

    /// <summary>To the wire.</summary>
    /// <param name="filter">The filter.</param>
    public static BookFilterRecord ToWire(this JobBookFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new BookFilterRecord(
            [.. filter.States.Select(s => (CardStateCode)s)], filter.Site, filter.Tenant, filter.Before.SubmittedS, filter.Before.Number, filter.Most);
    }

    /// <summary>From the wire.</summary>
    /// <param name="filter">The record.</param>
    public static JobBookFilter ToFleet(this BookFilterRecord filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new JobBookFilter(
            [.. filter.States.Select(s => (JobState)s)], filter.Site, filter.Tenant, new JobKey(filter.BeforeS, filter.BeforeNumber), filter.Most);
    }

    /// <summary>To the wire.</summary>
    /// <param name="events">The events.</param>
    public static ImmutableArray<EventRecord> ToWire(this IEnumerable<RegionEvent> events) =>
        [.. events.Select(e => new EventRecord(e.Number, e.AtS, e.Kind, e.Job, e.Site, e.Detail))];

    /// <summary>From the wire.</summary>
    /// <param name="entry">The record.</param>
    public static RegionEvent ToFleet(this EventRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new RegionEvent(entry.Number, entry.AtS, entry.Kind, entry.Job, entry.Site, entry.Detail);
    }
}
