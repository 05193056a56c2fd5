using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>What supervisors and monitors ask.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Adds them.</summary>
    /// <param name="root">Where.</param>
    public static void Map(RouteGroupBuilder root)
    {
        root.MapGet("/health/live", Live).AllowAnonymous().DisableRateLimiting().Produces<HealthView>();
        root.MapGet("/health/ready", Ready).AllowAnonymous().DisableRateLimiting().Produces<HealthView>().Produces<HealthView>(503);
        root.MapGet("/metrics", Metrics).Needs(Role.Viewer).Gives<string>(200, PrometheusText.ContentType);
    }

    /// <summary>Says that the process answers.</summary>
    public static IResult Live() => Answer.Json(new HealthView("live"));

    /// <summary>Says whether the host takes work: 200 when its state is loaded and its storage writes, otherwise 503. Why not is in /v1/host.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Ready(IControlPlane plane, CancellationToken cancellation) =>
        await IsReady(plane, cancellation) ? Answer.Json(new HealthView("ready")) : Answer.Json(new HealthView("not ready"), StatusCodes.Status503ServiceUnavailable);

    /// <summary>Shows all metrics in the text format of Prometheus.</summary>
    /// <param name="meters">What was measured.</param>
    public static IResult Metrics(MeterReader meters) => new Answer(StatusCodes.Status200OK, PrometheusText.Write(meters.Read()), PrometheusText.ContentType);

    private static async Task<bool> IsReady(IControlPlane plane, CancellationToken cancellation)
    {
        try
        {
            return (await plane.Host(cancellation).WaitAsync(Patience, cancellation)).IsReady;
        }
        catch (Exception e) when (e is ControlException or TimeoutException)
        {
            return false;
        }
    }
}
