using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>The host as a whole: its ledger, its audit log, how it is.</summary>
internal static class HostEndpoints
{
    private const int MostEntries = 1_000;

    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger", Ledger).Needs(Role.Viewer).Gives<LedgerView>();
        api.MapGet("/audit", Audit).Needs(Role.Operator).Gives<IReadOnlyList<AuditEntry>>();
        api.MapGet("/host", Host).Needs(Role.Viewer).Gives<HostView>().OpenToTenants();
    }

    /// <summary>Shows the ledger of jobs.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Ledger(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Ledger(cancellation));

    /// <summary>Shows what operators did, the newest first.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="limit">The most entries, 1 to 1000; 100 if absent.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Audit(IControlPlane plane, string? limit, CancellationToken cancellation) =>
        Answer.Json(await plane.Audit((int)(Given.Whole("query", "limit", limit, 1, MostEntries) ?? 100), cancellation));

    /// <summary>Shows how the host is.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Host(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Host(cancellation));
}
