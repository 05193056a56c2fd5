using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Reading;
using ControlPlane.Silo.Http.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>Events as they happen.</summary>
internal static class EventEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", Follow).Needs(Role.Viewer).Gives<ControlEvent>(200, "text/event-stream").OpenToTenants();

    /// <summary>Events after a number, then those that happen, as server-sent events.</summary>
    /// <remarks>
    /// The header Last-Event-ID, which browsers send when they come back, wins over the query. A reader that falls behind what is kept gets an event missed that says
    /// how many. The stream ends when the host stops or the key is no longer valid.
    /// </remarks>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="services">What a stream needs.</param>
    /// <param name="after">Number of the last event that the reader has; 0, or absent, for all that are kept.</param>
    public static IResult Follow(HttpContext http, IControlPlane plane, [AsParameters] StreamServices services, string? after)
    {
        var header = http.Request.Headers["Last-Event-ID"];
        var last = Given.Whole("header", "Last-Event-ID", header.Count == 0 ? null : header.ToString(), 0, long.MaxValue)
            ?? Given.Whole("query", "after", after, 0, long.MaxValue)
            ?? 0;
        var caller = http.Caller()!;
        var slot = services.Slots.Take(caller.Id ?? "");
        var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, services.Lifetime.ApplicationStopping);
        return new EventStream(TenantScope.Of(http).Own(plane, plane.Events(last, end.Token), end.Token), services.Time, services.Settings.Heartbeat, MayGoOn, slot, end);

        bool MayGoOn() => caller.Id is null || services.Keys.Ring!.IsValid(caller.Id);
    }
}
