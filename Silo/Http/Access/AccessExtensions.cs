using ControlPlane.Silo.Http.Endpoints;
using ControlPlane.Silo.Http.Keys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ControlPlane.Silo.Http.Access;

/// <summary>How endpoints declare who may call them, and handlers learn who did.</summary>
internal static class AccessExtensions
{
    /// <summary>Name of the only scheme.</summary>
    public const string Scheme = "Bearer";

    private static readonly object CallerItem = new();

    /// <summary>Declares the least role of an endpoint, and with it how a request for it may be refused.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="role">The role.</param>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Role role) =>
        endpoint.RequireAuthorization(Words<Role>.Of(role)).WithMetadata(new NeededRole(role)).Refuses(400, 401, 403, 429, 503);

    /// <summary>Opens an endpoint to keys of one tenant: its handler keeps to <see cref="TenantScope"/>, or shows nothing that belongs to a tenant.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static RouteHandlerBuilder OpenToTenants(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(ForTenants.Declared);

    /// <summary>Who calls; null without a valid key.</summary>
    /// <param name="http">The request.</param>
    public static Caller? Caller(this HttpContext http) => http.Items[CallerItem] as Caller;

    /// <summary>Name of who calls, for the audit log.</summary>
    /// <param name="http">The request, which was authorised.</param>
    public static string Actor(this HttpContext http) => http.Caller()!.Name;

    /// <summary>Notes who calls.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">Who.</param>
    public static void SetCaller(this HttpContext http, Caller caller) => http.Items[CallerItem] = caller;

    /// <summary>Adds authentication by keys and a policy for every role; what declares none is closed.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, KeyAuthentication>(Scheme, configureOptions: null);
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<Role>())
            policies.AddPolicy(Words<Role>.Of(role), policy => policy.AddAuthenticationSchemes(Scheme).AddRequirements(new NeededRole(role)));
        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder(Scheme).AddRequirements(new DeclaredAccess()).Build());
        return services
            .AddSingleton<IAuthorizationHandler, RoleCheck>()
            .AddSingleton<IAuthorizationHandler, DeclaredAccess>();
    }
}
