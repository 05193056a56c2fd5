using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>What agents call. A key of the role agent speaks for its own site only.</summary>
internal static class AgentEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/agents/{site}/register", Register).Needs(Role.Agent).Takes<HelloBody>().Gives<AgentSession>().Refuses(404, 413, 415);
        api.MapPost("/agents/{site}/beat", Beat).Needs(Role.Agent).Takes<BeatBody>().Gives<AgentOrders>().Refuses(409, 413, 415);
    }

    /// <summary>Begins a session of a site's agent, or begins it anew: an older session of the site is over.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Register(HttpContext http, IControlPlane plane, ApiSettings settings, string site, CancellationToken cancellation)
    {
        var hello = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(AgentBodies.ReadHello);
        return Answer.Json(await plane.Register(new AgentHello(site, hello.Agent, hello.Gpus), cancellation));
    }

    /// <summary>Says that an agent lives and what became of its jobs, and is told which jobs should run: a long poll that ends at the first change.</summary>
    /// <remarks>409: the session is over; the agent stops all its jobs and registers again.</remarks>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="lifetime">When the host stops, waits end.</param>
    /// <param name="site">Name of the site.</param>
    public static async Task<IResult> Beat(HttpContext http, IControlPlane plane, ApiSettings settings, IHostApplicationLifetime lifetime, string site)
    {
        var body = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(AgentBodies.ReadBeat);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var beat = new AgentBeat
        {
            Site = site,
            Epoch = body.Epoch,
            Gpus = body.Gpus,
            KnownVersion = body.KnownVersion,
            Reports = body.Reports,
            WaitS = body.WaitS,
        };
        return Answer.Json(await plane.Beat(beat, end.Token));
    }
}
