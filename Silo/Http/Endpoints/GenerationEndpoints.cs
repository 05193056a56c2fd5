using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Problems;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>Generation jobs: submit, look at. A host that keeps no service providers answers 501.</summary>
internal static class GenerationEndpoints
{
    private const int Unsupported = StatusCodes.Status501NotImplemented;

    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/generations", Submit).Needs(Role.Submitter).Takes<GenerationSubmission>().Gives<GenerationJobView>().Gives<GenerationJobView>(201)
            .Refuses(409, 413, 415, Unsupported).OpenToTenants();
        api.MapGet("/generations/{id}", Find).Needs(Role.Viewer).Gives<GenerationJobView>().Refuses(404, Unsupported).OpenToTenants();
        api.MapGet("/generations/{id}/why", Why).Needs(Role.Viewer).Gives<GenerationReasons>().Refuses(404, Unsupported).OpenToTenants();
    }

    /// <summary>Submits alike generation jobs. The rule decides at once which provider makes the images and in how many steps.</summary>
    /// <remarks>
    /// 201 when they are new, 200 when the same are known under their id, 409 when others are, 429 when the open slot has as many jobs as it may. Jobs that no provider takes
    /// are new too: their state is declined, with the reason. Repeating a request is safe: the id names the jobs. With Idempotency-Key the same answer comes again while the
    /// host remembers it.
    /// </remarks>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="answers">Answers given before.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Submit(HttpContext http, IControlPlane plane, ApiSettings settings, IdempotentAnswers answers, CancellationToken cancellation)
    {
        var body = await RequestBody.Read(http, settings.Limits.BodyBytes);
        var scope = TenantScope.Of(http);
        var jobs = scope.Own(body.Parse(GenerationBodies.ReadJobs));
        return await answers.Run(http, body, async () =>
        {
            try
            {
                var (job, isNew) = await plane.Generate(jobs, cancellation);
                return Of(job, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK).With("Location", $"/v1/generations/{jobs.Id}");
            }
            catch (ControlException e) when (e.Problem == ControlProblem.Conflict)
            {
                return new Answer(ApiProblem.Of(409, e.Message));
            }
        });
    }

    /// <summary>Shows generation jobs: who makes the images, and, once the slot is closed, what became of them.</summary>
    /// <param name="http">The request; with If-None-Match and the jobs' version the answer is 304.</param>
    /// <param name="plane">The host.</param>
    /// <param name="id">Their id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Find(HttpContext http, IControlPlane plane, string id, CancellationToken cancellation)
    {
        if (await plane.FindGeneration(id, cancellation) is not { } job || !TenantScope.Of(http).Has(job))
            return None();
        var isKnown = http.Request.Headers.IfNoneMatch.Any(tag => tag == $"\"{job.Version}\"");
        return Of(job, isKnown ? StatusCodes.Status304NotModified : StatusCodes.Status200OK);
    }

    /// <summary>Says why generation jobs are where they are: the decision as it was taken.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="id">Their id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Why(HttpContext http, IControlPlane plane, string id, CancellationToken cancellation) =>
        await plane.WhyGeneration(id, cancellation) is { } reasons && TenantScope.Of(http).Has(reasons.Job) ? Answer.Json(reasons) : None();

    private static Answer Of(GenerationJobView job, int status) => Answer.Json(job, status).Version(job.Version);

    private static Answer None() => Answer.NotFound("generation jobs of that id");
}
