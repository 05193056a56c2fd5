using System.Net;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Access;

/// <summary>
/// A host without keys answers only requests that name it by a loopback name: a page in the developer's browser whose own name was made to point here (DNS rebinding)
/// would otherwise be let in. Nor does it answer a page of another origin: a browser sends some requests, such as a POST without a body, for any page that asks.
/// </summary>
/// <param name="next">Everything else.</param>
internal sealed class LoopbackNames(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    /// <param name="http">The request.</param>
    public Task InvokeAsync(HttpContext http)
    {
        var host = http.Request.Host.Host;
        var isLoopback = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        if (!isLoopback)
            throw new RefusedException(403, "a host with --dev answers to localhost and loopback addresses only");
        return IsOwnOrigin(http.Request)
            ? next(http)
            : throw new RefusedException(403, "a host with --dev does not answer pages of other origins");
    }

    // Programs send no origin, and browsers send that of the page.
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0 || request.Headers.Origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
