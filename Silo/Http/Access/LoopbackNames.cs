using System.Net;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Access;

/// <summary>
/// A host without keys answers only requests that name it by a loopback name: a page in the developer's browser whose own name was made to point here (DNS rebinding)
/// would otherwise be let in.
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
        return isLoopback
            ? next(http)
            : throw new RefusedException(403, "a host with --dev answers to localhost and loopback addresses only");
    }
}
