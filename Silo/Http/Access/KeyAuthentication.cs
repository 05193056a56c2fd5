using System.Security.Claims;
using System.Text.Encodings.Web;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ControlPlane.Silo.Http.Access;

/// <summary>Authentication by <c>Authorization: Bearer cp_…</c>; with <c>--dev</c> everybody is the developer.</summary>
/// <param name="options">Options of the scheme; it has none.</param>
/// <param name="log">Log of the base class.</param>
/// <param name="encoder">Encoder of the base class.</param>
/// <param name="settings">The settings of the API.</param>
/// <param name="keys">The keys.</param>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiSettings settings, KeySource keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Missing = "the header Authorization: Bearer cp_… is missing";
    private const string Unknown = "the key is none of this host's";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceAsync()).Failure;
        var challenge = failure is null ? "Bearer realm=\"controlplane\"" : "Bearer realm=\"controlplane\", error=\"invalid_token\"";
        await new Answer(ApiProblem.Of(401, failure?.Message ?? Missing)).With("WWW-Authenticate", challenge).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var caller = Context.Caller();
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<NeededRole>()?.Role;
        var detail = (needed, caller) switch
        {
            ({ } role, { Tenant: { } tenant }) when caller.May(role, site: null) => $"the key {caller.Name} is for the tenant {tenant}; this is about the whole host",
            (Role.Agent, { Role: Role.Agent }) => $"the key {caller.Name} is for the agent of site {caller.Site}",
            ({ } role, not null) => $"the key {caller.Name} has the role {Words<Role>.Of(caller.Role)}; this needs {Words<Role>.Of(role)}",
            _ => "nobody may do this",
        };
        return new Answer(ApiProblem.Of(403, detail)).ExecuteAsync(Context);
    }

    private AuthenticateResult Authenticate()
    {
        if (settings.Dev)
            return Accept(Caller.Developer);
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
            return AuthenticateResult.NoResult();
        if (header is not [{ } text] || !text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.Fail(Missing);
        return keys.Ring!.Check(text["Bearer ".Length..].Trim()) switch
        {
            { Key: null } => AuthenticateResult.Fail(Unknown),
            { Key: { } key, IsValid: true } => Accept(new Caller(key.Id, key.Name, key.Role, key.Site, key.Tenant)),
            { Key: { } key } => AuthenticateResult.Fail($"the key that ends in {key.LastFour} has expired"),
        };
    }

    private AuthenticateResult Accept(Caller caller)
    {
        Context.SetCaller(caller);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
