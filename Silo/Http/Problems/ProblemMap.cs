using ControlPlane.Fleet.Control;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Problems;

/// <summary>Which answer an exception becomes. What a host did not foresee is logged, never shown.</summary>
internal static class ProblemMap
{
    /// <summary>The answer to an exception that was foreseen.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="request">The request.</param>
    /// <returns>Null when it was not.</returns>
    public static ApiProblem? Of(Exception failure, HttpRequest request) => failure switch
    {
        RefusedException refused => refused.Problem,
        ControlException control => ApiProblem.Of(StatusOf(control.Problem), control.Message) with
        {
            RetryAfterS = RetryAfterS(control),
            Errors = control.Field is { } field ? [ErrorOf(field, control.Message, request)] : null,
        },
        BadHttpRequestException bad => OfBadRequest(bad),
        OperationCanceledException => ApiProblem.Of(503, "the host is stopping; the outcome is unknown, and the request may be repeated") with { RetryAfterS = 1 },
        _ => null,
    };

    // The host knows a value by its name; where it stood only the request can tell.
    private static FieldError ErrorOf(string field, string message, HttpRequest request)
    {
        if (request.RouteValues.TryGetValue(field, out var part))
            return new FieldError("path", field, part?.ToString(), message);
        return request.Query.TryGetValue(field, out var asked)
            ? new FieldError("query", field, asked.ToString(), message)
            : new FieldError("body", field, Given: null, message);
    }

    private static int StatusOf(ControlProblem problem) => problem switch
    {
        ControlProblem.Invalid => StatusCodes.Status400BadRequest,
        ControlProblem.NotFound => StatusCodes.Status404NotFound,
        ControlProblem.Conflict => StatusCodes.Status409Conflict,
        ControlProblem.Busy => StatusCodes.Status429TooManyRequests,
        ControlProblem.Unsupported => StatusCodes.Status501NotImplemented,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private static double? RetryAfterS(ControlException failure) =>
        failure.RetryAfterS ?? (failure.Problem is ControlProblem.Busy or ControlProblem.Unavailable ? 1 : null);

    // The server's own words may change with its version; a body that is cut short or too slow needs no more than these.
    private static ApiProblem OfBadRequest(BadHttpRequestException failure) => failure.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => ApiProblem.Of(413, "the body is larger than the host takes"),
        StatusCodes.Status408RequestTimeout => ApiProblem.Of(408, "the body arrived too slowly"),
        var status and >= 400 and < 500 => ApiProblem.Of(status, "the body ended early or is not what its headers say"),
        _ => ApiProblem.Of(400, "the request cannot be read"),
    };
}
