using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>How endpoints say what they take and give, for the OpenAPI document and for what they refuse.</summary>
internal static class EndpointExtensions
{
    private const string Problem = "application/problem+json";

    /// <summary>It takes JSON; another media type is refused with 415.</summary>
    /// <typeparam name="T">What the JSON says.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint)
        where T : notnull =>
        endpoint.Accepts<T>("application/json");

    /// <summary>It gives an answer.</summary>
    /// <typeparam name="T">What it says.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The media type.</param>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK, string contentType = "application/json") =>
        endpoint.Produces<T>(status, contentType);

    /// <summary>It may refuse with these, beside what every endpoint may.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="statuses">HTTP statuses.</param>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<ApiProblem>(status, Problem);
        return endpoint;
    }
}
