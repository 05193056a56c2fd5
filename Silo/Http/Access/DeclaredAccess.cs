using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Access;

/// <summary>Closes an endpoint that declares nothing. Paths without an endpoint pass: they are answered with 404.</summary>
internal sealed class DeclaredAccess : AuthorizationHandler<DeclaredAccess>, IAuthorizationRequirement
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DeclaredAccess requirement)
    {
        if ((context.Resource as HttpContext)?.GetEndpoint() is not RouteEndpoint)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
