using ControlPlane.Silo.Http.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Silo.Http.Problems;

/// <summary>Outermost: every refusal and failure leaves as problem details, and nothing leaves with a stack trace.</summary>
/// <param name="next">Everything else.</param>
/// <param name="log">Where failures go.</param>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    private const int ClientLeft = 499;

    /// <summary>Handles a request.</summary>
    /// <param name="http">The request.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        // For an answer that ends up in a browser after all: it runs nothing, and no page frames it.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (http.Request.IsHttps)
            http.Response.Headers.StrictTransportSecurity = "max-age=31536000";
        try
        {
            await next(http);
            await FillEmpty(http);
        }
        catch (Exception e)
        {
            await Answer(http, e);
        }
    }

    private async Task Answer(HttpContext http, Exception failure)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            if (!http.Response.HasStarted)
                http.Response.StatusCode = ClientLeft;
            return;
        }

        if (ProblemMap.Of(failure, http.Request) is not { } problem)
        {
            LogFailure(failure, http.Request.Method, http.Request.Path, http.TraceIdentifier);
            problem = ApiProblem.Of(500, "the host failed; its log says why") with { RequestId = http.TraceIdentifier };
        }

        if (http.Response.HasStarted)
            http.Abort();
        else
            await new Answer(problem).ExecuteAsync(http);
    }

    // Routing answers an unknown path, method or media type without a body.
    private static Task FillEmpty(HttpContext http)
    {
        var response = http.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null)
            return Task.CompletedTask;
        var detail = response.StatusCode switch
        {
            404 => "there is nothing at this path; /openapi/v1.json lists what there is",
            405 => $"allowed: {response.Headers.Allow}",
            415 => "allowed: application/json",
            _ => "the request was refused",
        };
        return new Answer(ApiProblem.Of(response.StatusCode, detail)).ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, request {RequestId}")]
    private partial void LogFailure(Exception failure, string method, PathString path, string requestId);
}
