using System.Runtime.CompilerServices;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Access;

/// <summary>What a caller may see and submit: everything, or the jobs of the one tenant that its key is for. A job of another tenant is none at all to it.</summary>
/// <param name="Tenant">The tenant; null for all.</param>
internal sealed record TenantScope(string? Tenant)
{
    private const string Unnamed = "default";
    private const int MostKnown = 10_000;

    /// <summary>The scope of a request.</summary>
    /// <param name="http">The request, which was authorised.</param>
    public static TenantScope Of(HttpContext http) => new(http.Caller()!.Tenant);

    /// <summary>Whether a job is in scope.</summary>
    /// <param name="job">The job.</param>
    public bool Has(JobView job) => Tenant is null || Tenant == (job.Submission.Tenant ?? Unnamed);

    /// <summary>Whether generation jobs are in scope.</summary>
    /// <param name="jobs">The jobs.</param>
    public bool Has(GenerationJobView jobs) => Tenant is null || Tenant == (jobs.Submission.Tenant ?? Unnamed);

    /// <summary>Makes generation jobs those of the tenant.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <exception cref="RefusedException">403: they name another tenant.</exception>
    public GenerationSubmission Own(GenerationSubmission jobs)
    {
        if (Tenant is null)
            return jobs;
        if (jobs.Tenant is not { } other || other == Tenant)
            return jobs with { Tenant = Tenant };
        var error = Foreign(0, other, isList: false);
        throw new RefusedException(ApiProblem.Of(403, $"body tenant is {other}; this key submits jobs of the tenant {Tenant} only") with { Errors = [error] });
    }

    /// <summary>Finds a job in scope.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when there is none, also when it is another tenant's.</returns>
    public async Task<JobView?> Find(IControlPlane plane, string id, CancellationToken cancellation) =>
        await plane.FindJob(id, cancellation) is { } job && Has(job) ? job : null;

    /// <summary>Whether a caller may go on with a job: true without a tenant, so that nothing is looked up for callers who may see everything.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<bool> Admits(IControlPlane plane, string id, CancellationToken cancellation) =>
        Tenant is null || await Find(plane, id, cancellation) is not null;

    /// <summary>Makes submissions those of the tenant.</summary>
    /// <param name="jobs">The submissions.</param>
    /// <param name="isList">Whether they came as a list.</param>
    /// <exception cref="RefusedException">403: some name another tenant.</exception>
    public IReadOnlyList<JobSubmission> Own(IReadOnlyList<JobSubmission> jobs, bool isList)
    {
        if (Tenant is null)
            return jobs;
        FieldError[] errors = [.. jobs.Index().Where(j => j.Item.Tenant is { } other && other != Tenant).Take(50).Select(j => Foreign(j.Index, j.Item.Tenant!, isList))];
        if (errors.Length > 0)
            throw new RefusedException(ApiProblem.Of(403, $"body {errors[0].Field} is {errors[0].Given}; this key submits jobs of the tenant {Tenant} only") with { Errors = errors });
        return [.. jobs.Select(j => j with { Tenant = Tenant })];
    }

    /// <summary>Narrows a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>Null when nothing can pass it: it names another tenant.</returns>
    public JobFilter? Narrow(JobFilter filter)
    {
        if (Tenant is null)
            return filter;
        return filter.Tenant is null || filter.Tenant == Tenant ? filter with { Tenant = Tenant } : null;
    }

    /// <summary>Takes what is said of another tenant's job out of an answer: ids are one space for all, and a submitter learns no more than that one is taken.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="result">The answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<SubmitResult> Veil(IControlPlane plane, SubmitResult result, CancellationToken cancellation) =>
        result.Outcome != SubmitVerdict.Conflict || await Admits(plane, result.Id, cancellation)
            ? result
            : result with { Reason = $"the id '{result.Id}' is taken" };

    /// <summary>The events of jobs in scope, and those that say how many were missed.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="events">All events.</param>
    /// <param name="cancellation">Ends them.</param>
    public async IAsyncEnumerable<ControlEvent> Own(
        IControlPlane plane, IAsyncEnumerable<ControlEvent> events, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // A job has several events. Whose it is stays until it has ended and was forgotten: its id is free then, for any tenant.
        var known = new Dictionary<string, bool>();
        await foreach (var item in events.WithCancellation(cancellation))
        {
            if (Tenant is null || (item.Job is null ? item.Kind == "missed" : await IsMine(item.Job, item.Kind)))
                yield return item;
        }

        async ValueTask<bool> IsMine(string job, string kind)
        {
            if (kind == "submitted")
                known.Remove(job);
            else if (known.TryGetValue(job, out var isMine))
                return isMine;
            if (known.Count >= MostKnown)
                known.Clear();
            return known[job] = await Find(plane, job, cancellation) is not null;
        }
    }

    private FieldError Foreign(int index, string given, bool isList) => new("body", isList ? $"[{index}].tenant" : "tenant", given, $"{Tenant}, or nothing");
}
