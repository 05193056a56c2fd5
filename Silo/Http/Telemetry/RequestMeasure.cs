using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>Counts requests. Labels are patterns and known methods, never what a caller chose.</summary>
/// <param name="next">Everything else.</param>
/// <param name="meter">Where to count.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestMeasure(RequestDelegate next, ApiMeter meter, TimeProvider time)
{
    private static readonly string[] Waiting = ["/v1/events", "/v1/agents/{site}/beat"];

    /// <summary>Handles a request.</summary>
    /// <param name="http">The request.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        var began = time.GetTimestamp();
        await next(http);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        meter.Count(MethodOf(http.Request.Method), route, http.Response.StatusCode, Waiting.Contains(route) ? null : time.GetElapsedTime(began));
    }

    private static string MethodOf(string method) => method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" ? method : "other";
}
