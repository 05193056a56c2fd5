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

/// <summary>Service providers: look at, ask for quotes, drain, resume. A host that keeps none answers 501.</summary>
internal static class ProviderEndpoints
{
    private const int Unsupported = StatusCodes.Status501NotImplemented;

    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/providers", List).Needs(Role.Viewer).Gives<IReadOnlyList<ProviderView>>().Refuses(Unsupported);
        api.MapGet("/providers/{provider}", Find).Needs(Role.Viewer).Gives<ProviderView>().Refuses(404, Unsupported);
        api.MapPost("/providers/{provider}/quotes", Quote).Needs(Role.Viewer).Takes<QuoteQuestion>().Gives<IReadOnlyList<QuoteView>>().Refuses(404, 413, 415, Unsupported);
        api.MapPost("/providers/{provider}/drain", Drain).Needs(Role.Operator).Gives<ProviderView>().Refuses(404, 412, Unsupported);
        api.MapPost("/providers/{provider}/resume", Resume).Needs(Role.Operator).Gives<ProviderView>().Refuses(404, 412, Unsupported);
    }

    /// <summary>Lists all service providers, in the order of the fleet: what others may know of each, and its account.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> List(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Providers(cancellation));

    /// <summary>Shows a service provider. Its ETag is the version of what operators set, for If-Match; load and money change without it.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="provider">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Find(IControlPlane plane, string provider, CancellationToken cancellation) =>
        Of((await plane.Providers(cancellation)).FirstOrDefault(p => p.Name == provider));

    /// <summary>Asks a service provider what it would do for alike jobs: a price, a time and a quality for each number of steps. Binds nobody.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="provider">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Quote(HttpContext http, IControlPlane plane, ApiSettings settings, string provider, CancellationToken cancellation)
    {
        var question = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(GenerationBodies.ReadQuestion);
        return await plane.Quotes(provider, question, cancellation) is { } quotes ? Answer.Json(quotes) : None();
    }

    /// <summary>Lets a service provider take no more work; what it has is done. With If-Match only if its version is that one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="provider">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<IResult> Drain(HttpContext http, IControlPlane plane, string provider, CancellationToken cancellation) =>
        Change(http, plane, provider, isDraining: true, cancellation);

    /// <summary>Lets a service provider take work again. With If-Match only if its version is that one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="provider">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<IResult> Resume(HttpContext http, IControlPlane plane, string provider, CancellationToken cancellation) =>
        Change(http, plane, provider, isDraining: false, cancellation);

    private static async Task<IResult> Change(HttpContext http, IControlPlane plane, string provider, bool isDraining, CancellationToken cancellation)
    {
        var version = Given.IfMatch(http);
        try
        {
            return Of(await plane.DrainProvider(provider, isDraining, version, http.Actor(), cancellation));
        }
        catch (ControlException e) when (e.Problem == ControlProblem.Conflict && version is not null)
        {
            throw new RefusedException(StatusCodes.Status412PreconditionFailed, e.Message);
        }
    }

    private static Answer Of(ProviderView? provider) => provider is null ? None() : Answer.Json(provider).Version(provider.Version);

    private static Answer None() => Answer.NotFound("service provider of that name");
}
