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

/// <summary>Sites: look at, drain, resume, limit.</summary>
internal static class SiteEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/sites", List).Needs(Role.Viewer).Gives<IReadOnlyList<SiteView>>().OpenToTenants();
        api.MapGet("/sites/{site}", Find).Needs(Role.Viewer).Gives<SiteView>().Refuses(404).OpenToTenants();
        api.MapPatch("/sites/{site}", Change).Needs(Role.Operator).Takes<SiteBody>().Gives<SiteView>().Refuses(404, 412, 413, 415);
    }

    /// <summary>Lists all sites, in the order of the fleet.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> List(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Sites(cancellation));

    /// <summary>Shows a site. Its ETag is the version of what operators set, for If-Match; load changes without it.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="site">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Find(IControlPlane plane, string site, CancellationToken cancellation) =>
        Of((await plane.Sites(cancellation)).FirstOrDefault(s => s.Name == site));

    /// <summary>Lets a site drain, take jobs again, or use fewer GPUs. With If-Match only if its version is that one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="site">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Change(HttpContext http, IControlPlane plane, ApiSettings settings, string site, CancellationToken cancellation)
    {
        var version = Given.IfMatch(http);
        var body = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(OperatorBodies.ReadSite);
        try
        {
            return Of(await plane.ChangeSite(site, new SiteChange(body.Draining, body.GpuLimit, version), http.Actor(), cancellation));
        }
        catch (ControlException e) when (e.Problem == ControlProblem.Conflict && version is not null)
        {
            throw new RefusedException(StatusCodes.Status412PreconditionFailed, e.Message);
        }
    }

    private static Answer Of(SiteView? site) => site is null ? Answer.NotFound("site of that name") : Answer.Json(site).Version(site.Version);
}
