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

/// <summary>Tenants: look at, limit.</summary>
internal static class TenantEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tenants", List).Needs(Role.Viewer).Gives<IReadOnlyList<TenantView>>();
        api.MapPut("/tenants/{tenant}", SetQuota).Needs(Role.Operator).Takes<TenantBody>().Gives<TenantView>().Refuses(413, 415);
    }

    /// <summary>Lists the tenants that have live jobs or a quota, by name.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> List(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Tenants(cancellation));

    /// <summary>Says how many jobs of a tenant may be live; null for no limit of its own. Those that it has stay.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="tenant">Its name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> SetQuota(HttpContext http, IControlPlane plane, ApiSettings settings, string tenant, CancellationToken cancellation)
    {
        if (!TextRule.Name.Allows(tenant))
            throw Findings.One("path", "tenant", tenant, TextRule.Name.Allowed);
        var body = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(OperatorBodies.ReadTenant);
        return Answer.Json(await plane.SetQuota(tenant, body.Quota, http.Actor(), cancellation));
    }
}
