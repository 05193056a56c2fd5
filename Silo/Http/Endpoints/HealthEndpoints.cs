using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>What supervisors and monitors ask.</summary>
internal static partial class HealthEndpoints
{
    private const string SeeHost = "GET /v1/host says why";
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

    /// <summary>Says whether the host takes work: 200 when its state is loaded and its storage writes, otherwise 503, also when asking it fails. Why not is in /v1/host.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="log">The log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Ready(IControlPlane plane, ILogger<HealthView> log, CancellationToken cancellation) =>
        await WhyNot(plane, log, cancellation) is not { } reason
            ? Answer.Json(new HealthView("ready"))
            : Answer.Json(new HealthView("not ready", reason), StatusCodes.Status503ServiceUnavailable);

    /// <summary>Shows all metrics in the text format of Prometheus.</summary>
    /// <param name="meters">What was measured.</param>
    public static IResult Metrics(MeterReader meters) => new Answer(StatusCodes.Status200OK, PrometheusText.Write(meters.Read()), PrometheusText.ContentType);

    // Null when it is ready. Whoever asks needs no key: what failed is not told here.
    private static async Task<string?> WhyNot(IControlPlane plane, ILogger<HealthView> log, CancellationToken cancellation)
    {
        try
        {
            return (await plane.Host(cancellation).WaitAsync(Patience, cancellation)).IsReady ? null : SeeHost;
        }
        catch (ControlException)
        {
            return SeeHost;
        }
        catch (TimeoutException)
        {
            return $"the host did not answer within {Patience.TotalSeconds:0} s";
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, e);
            return "asking the host failed: its log says why";
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking the host whether it is ready failed")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
