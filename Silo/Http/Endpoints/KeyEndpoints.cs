using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Problems;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>Keys: look at, make, rotate, end.</summary>
internal static class KeyEndpoints
{
    private const long LongestDelayS = 30 * 86_400;
    private const long HandOverS = 3_600;

    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/keys", List).Needs(Role.Admin).Gives<IReadOnlyList<KeyView>>();
        api.MapPost("/keys", Add).Needs(Role.Admin).Takes<KeyBody>().Gives<KeyMade>(201).Refuses(409, 413, 415);
        api.MapPost("/keys/{id}/rotate", Rotate).Needs(Role.Admin).Gives<KeyMade>(201).Refuses(404, 409);
        api.MapDelete("/keys/{id}", End).Needs(Role.Admin).Gives<KeyView>().Refuses(404, 409);
    }

    /// <summary>Lists the keys, the oldest first; ended ones for 90 days.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="time">The clock.</param>
    public static IResult List(KeySource keys, TimeProvider time) => Answer.Json(RingOf(keys).All.Select(k => KeyView.Of(k, time.GetUtcNow())).ToArray());

    /// <summary>Makes a key. The answer is the only place where it is ever shown.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host, which knows the sites.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="audit">Where it is noted.</param>
    /// <param name="time">The clock.</param>
    public static async Task<IResult> Add(HttpContext http, IControlPlane plane, ApiSettings settings, KeySource keys, KeyAudit audit, TimeProvider time)
    {
        var ring = RingOf(keys);
        var body = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(OperatorBodies.ReadKey);
        if (body.Site is { } site && (await plane.Sites(http.RequestAborted)).All(s => s.Name != site))
            throw Findings.One("body", "site", site, "the name of a site of the fleet");
        var (key, secret) = await ring.Add(
            body.Name, body.Role, body.Site, body.ExpiresInS is { } seconds ? TimeSpan.FromSeconds(seconds) : null, body.Tenant);
        await audit.Note(http.Actor(), "key.add", key);
        return Made(key, secret, time);
    }

    /// <summary>Makes a key that takes over from another: of the same name, role, site, tenant and length of life. The other one ends, now or later.</summary>
    /// <param name="http">The request.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="audit">Where both are noted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="id">Id of the other one.</param>
    /// <param name="inS">How long that stays valid, whole seconds, 0 to 2592000; an hour if absent.</param>
    public static async Task<IResult> Rotate(HttpContext http, KeySource keys, KeyAudit audit, TimeProvider time, string id, string? inS)
    {
        var delay = Given.Whole("query", "inS", inS, 0, LongestDelayS) ?? HandOverS;
        if (await RingOf(keys).Rotate(id, TimeSpan.FromSeconds(delay)) is not var (old, key, secret))
            return Answer.NotFound("key of that id");
        await audit.Note(http.Actor(), "key.add", key);
        await audit.Note(http.Actor(), "key.end", old);
        return Made(key, secret, time);
    }

    /// <summary>Ends a key, now or later. The last one of an administrator stays.</summary>
    /// <param name="http">The request.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="audit">Where it is noted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="id">Its id.</param>
    /// <param name="inS">How long it stays valid, whole seconds, 0 to 2592000; 0 if absent.</param>
    public static async Task<IResult> End(HttpContext http, KeySource keys, KeyAudit audit, TimeProvider time, string id, string? inS)
    {
        var delay = Given.Whole("query", "inS", inS, 0, LongestDelayS) ?? 0;
        if (await RingOf(keys).End(id, TimeSpan.FromSeconds(delay)) is not { } key)
            return Answer.NotFound("key of that id");
        await audit.Note(http.Actor(), "key.end", key);
        return Answer.Json(KeyView.Of(key, time.GetUtcNow()));
    }

    private static Answer Made(ApiKey key, string secret, TimeProvider time) =>
        Answer.Json(new KeyMade(KeyView.Of(key, time.GetUtcNow()), secret), StatusCodes.Status201Created).With("Location", $"/v1/keys/{key.Id}");

    private static KeyRing RingOf(KeySource keys) => keys.Ring ?? throw new RefusedException(409, "a host with --dev has no keys");
}
