using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Problems;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>Jobs: submit, look at, withdraw.</summary>
internal static class JobEndpoints
{
    private const int MostPerPage = 1_000;

    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/jobs", Submit).Needs(Role.Submitter).Takes<JobSubmission>().Gives<JobResults>(200).Gives<SubmitResult>(201).Refuses(409, 413, 415).OpenToTenants();
        api.MapGet("/jobs", List).Needs(Role.Viewer).Gives<JobPage>().OpenToTenants();
        api.MapGet("/jobs/{id}", Find).Needs(Role.Viewer).Gives<JobView>().Refuses(404).OpenToTenants();
        api.MapDelete("/jobs/{id}", Cancel).Needs(Role.Submitter).Gives<JobView>().Gives<JobView>(202).Refuses(404).OpenToTenants();
        api.MapGet("/jobs/{id}/why", Why).Needs(Role.Viewer).Gives<JobReasons>().Refuses(404).OpenToTenants();
    }

    /// <summary>Submits one job, or a list of jobs each accepted or refused by itself.</summary>
    /// <remarks>
    /// One job: 201 when it is new, 200 when an equal one is known under its id, 409 when another one is, 400 when no site may ever run it, 429 when the host or the
    /// tenant has as much as it may. A list: 200 with the outcome of each in order; Retry-After is there when some were refused for now. A request with a field that
    /// is wrong is refused whole. Repeating a request is safe: the id names the job. With Idempotency-Key the same answer comes again while the host remembers it.
    /// </remarks>
    public static async Task<IResult> Submit(HttpContext http, IControlPlane plane, ApiSettings settings, IdempotentAnswers answers, CancellationToken cancellation)
    {
        var body = await RequestBody.Read(http, settings.Limits.BodyBytes);
        var (jobs, isList) = body.Parse((root, findings) => JobBodies.Read(root, findings, settings.Limits.JobsPerRequest));
        var scope = TenantScope.Of(http);
        var own = scope.Own(jobs, isList);
        return await answers.Run(http, body, async () =>
        {
            var results = await plane.Submit(own, cancellation);
            if (scope.Tenant is not null)
                results = [.. await Task.WhenAll(results.Select(r => scope.Veil(plane, r, cancellation).AsTask()))];
            return isList ? OfList(results) : OfOne(results[0]);
        });
    }

    /// <summary>Lists jobs, the newest first.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="state">States, separated by commas; all if absent.</param>
    /// <param name="site">Name of a site; all if absent.</param>
    /// <param name="tenant">A tenant; all if absent.</param>
    /// <param name="after">What the page before said in its field next; the header Link has the whole address.</param>
    /// <param name="limit">The most jobs, 1 to 1000; 100 if absent.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> List(
        HttpContext http, IControlPlane plane, string? state, string? site, string? tenant, string? after, string? limit, CancellationToken cancellation)
    {
        var filter = new JobFilter
        {
            States = Given.Listed<JobState>("state", state),
            Site = Given.Label("site", site),
            Tenant = Given.Label("tenant", tenant),
            After = Given.Label("after", after),
            Most = (int)(Given.Whole("query", "limit", limit, 1, MostPerPage) ?? 100),
        };
        var page = TenantScope.Of(http).Narrow(filter) is { } narrow ? await plane.ListJobs(narrow, cancellation) : new JobPage([], Next: null);
        var answer = Answer.Json(page);
        return page.Next is null ? answer : answer.With("Link", $"<{AddressOf(http.Request, page.Next)}>; rel=\"next\"");
    }

    /// <summary>Shows a job.</summary>
    /// <param name="http">The request; with If-None-Match and the job's version the answer is 304.</param>
    /// <param name="plane">The host.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Find(HttpContext http, IControlPlane plane, string id, CancellationToken cancellation)
    {
        if (!TextRule.Name.Allows(id) || await TenantScope.Of(http).Find(plane, id, cancellation) is not { } job)
            return Answer.NotFound("job of that id");
        var isKnown = http.Request.Headers.IfNoneMatch.Any(tag => tag == $"\"{job.Version}\"");
        return Answer.Json(job, isKnown ? StatusCodes.Status304NotModified : StatusCodes.Status200OK).Version(job.Version);
    }

    /// <summary>Withdraws a job: 202 while one that runs is being stopped, which may finish first, and 200 when it has ended.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Cancel(HttpContext http, IControlPlane plane, string id, CancellationToken cancellation)
    {
        if (!TextRule.Name.Allows(id) || !await TenantScope.Of(http).Admits(plane, id, cancellation) || await plane.CancelJob(id, http.Actor(), cancellation) is not { } job)
            return Answer.NotFound("job of that id");
        return Answer.Json(job, job.EndedAt is null ? StatusCodes.Status202Accepted : StatusCodes.Status200OK).Version(job.Version);
    }

    /// <summary>Says why a job is where it is: its last decision with all options.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Why(HttpContext http, IControlPlane plane, string id, CancellationToken cancellation) =>
        TextRule.Name.Allows(id) && await plane.Why(id, cancellation) is { } reasons && TenantScope.Of(http).Has(reasons.Job)
            ? Answer.Json(reasons)
            : Answer.NotFound("job of that id");

    private static Answer OfOne(SubmitResult result) => result.Outcome switch
    {
        SubmitVerdict.Accepted => Answer.Json(result, StatusCodes.Status201Created).With("Location", $"/v1/jobs/{result.Id}"),
        SubmitVerdict.Known => Answer.Json(result).With("Location", $"/v1/jobs/{result.Id}"),
        SubmitVerdict.Conflict => new Answer(ApiProblem.Of(409, result.Reason ?? "another job was submitted under this id")),
        SubmitVerdict.Invalid => new Answer(ApiProblem.Of(400, result.Reason ?? "the job is not valid")),
        _ => new Answer(ApiProblem.Of(429, result.Reason ?? "the host is full") with { RetryAfterS = result.RetryAfterS ?? 1 }),
    };

    private static Answer OfList(IReadOnlyList<SubmitResult> results)
    {
        var answer = Answer.Json(new JobResults(results));
        var waits = results.Where(r => r.Outcome == SubmitVerdict.Busy).Select(r => r.RetryAfterS ?? 1).ToArray();
        return waits.Length == 0 ? answer : answer.RetryAfter(waits.Max());
    }

    private static string AddressOf(HttpRequest request, string after)
    {
        var query = request.Query.Where(q => q.Key != "after").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}");
        return $"/v1/jobs?{string.Join('&', query.Append($"after={Uri.EscapeDataString(after)}"))}";
    }
}
