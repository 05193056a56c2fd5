using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Access;

/// <summary>
/// Compares the caller's role with the one that an endpoint needs, an agent's site with the one it speaks for, and lets the key of a tenant pass only where an endpoint
/// declares that it shows it nothing of others.
/// </summary>
internal sealed class RoleCheck : AuthorizationHandler<NeededRole>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeededRole requirement)
    {
        if (context.Resource is HttpContext http && http.Caller() is { } caller && caller.May(requirement.Role, http.Request.RouteValues["site"] as string)
            && (caller.Tenant is null || http.GetEndpoint()?.Metadata.GetMetadata<ForTenants>() is not null))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
