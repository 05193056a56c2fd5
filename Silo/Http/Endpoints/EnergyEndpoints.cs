using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
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

/// <summary>The energy of sites: look at accounts and batteries, tell a battery what to do.</summary>
internal static class EnergyEndpoints
{
    private const int MostPerPage = 1_000;

    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/energy", List).Needs(Role.Viewer).Gives<IReadOnlyList<SiteEnergyView>>();
        api.MapGet("/sites/{site}/energy", Slots).Needs(Role.Viewer).Gives<SlotPage>().Refuses(404);
        api.MapGet("/batteries", Batteries).Needs(Role.Viewer).Gives<IReadOnlyList<BatteryView>>();
        api.MapGet("/batteries/{site}/override", Find).Needs(Role.Viewer).Gives<BatteryView>().Refuses(404);
        api.MapPut("/batteries/{site}/override", Override).Needs(Role.Operator).Takes<OverrideBody>().Gives<BatteryView>().Refuses(404, 409, 412, 413, 415);
        api.MapDelete("/batteries/{site}/override", Release).Needs(Role.Operator).Gives<BatteryView>().Refuses(404, 412);
    }

    /// <summary>Shows the energy of all sites that have an energy side: the slot that runs, the last one, today in UTC and in all.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> List(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Energy(cancellation));

    /// <summary>Lists the slots of a site that are over and kept, the newest first.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="site">Its name.</param>
    /// <param name="after">What the page before said in its field next; the header Link has the whole address.</param>
    /// <param name="limit">The most slots, 1 to 1000; 100 if absent.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Slots(HttpContext http, IControlPlane plane, string site, string? after, string? limit, CancellationToken cancellation)
    {
        var before = Given.Whole("query", "after", after, 1, long.MaxValue) ?? long.MaxValue;
        var most = (int)(Given.Whole("query", "limit", limit, 1, MostPerPage) ?? 100);
        if (await plane.EnergySlots(site, before, most, cancellation) is not { } page)
            return Answer.NotFound("site of that name with an energy side");
        var answer = Answer.Json(page);
        return page.Next is null ? answer : answer.With("Link", $"<{http.Request.Path.ToUriComponent()}?limit={most}&after={page.Next}>; rel=\"next\"");
    }

    /// <summary>Lists all batteries, in the order of the fleet.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Batteries(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Batteries(cancellation));

    /// <summary>Shows the battery of a site with what an operator says to it, if anything. Its ETag is the version of what operators said, for If-Match.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="site">Name of its site.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Find(IControlPlane plane, string site, CancellationToken cancellation) =>
        Of((await plane.Batteries(cancellation)).FirstOrDefault(b => b.Site == site));

    /// <summary>Tells a battery what to do until a moment, in place of its dispatcher. It counts at once and ends by itself. With If-Match only if its version is that one.</summary>
    /// <remarks>With Idempotency-Key the same request gives the same answer again while the host remembers it: with forS it would begin anew otherwise.</remarks>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="answers">Answers given before.</param>
    /// <param name="time">The clock.</param>
    /// <param name="site">Name of its site.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Override(
        HttpContext http, IControlPlane plane, ApiSettings settings, IdempotentAnswers answers, TimeProvider time, string site, CancellationToken cancellation)
    {
        var version = Given.IfMatch(http);
        var body = await RequestBody.Read(http, settings.Limits.BodyBytes);
        var asked = body.Parse(EnergyBodies.ReadOverride);
        return await answers.Run(http, body, () => Guarded(version, async () =>
        {
            var until = asked.Until ?? time.GetUtcNow().AddSeconds(asked.ForS!.Value);
            return await plane.OverrideBattery(site, new BatteryOrder(asked.SetPointKw, until, asked.Reason, version), http.Actor(), cancellation);
        }));
    }

    /// <summary>Lets the dispatcher of a battery decide again. With If-Match only if its version is that one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="site">Name of its site.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Release(HttpContext http, IControlPlane plane, string site, CancellationToken cancellation)
    {
        var version = Given.IfMatch(http);
        return await Guarded(version, () => plane.ReleaseBattery(site, version, http.Actor(), cancellation));
    }

    private static async Task<Answer> Guarded(long? version, Func<Task<BatteryView?>> change)
    {
        try
        {
            return Of(await change());
        }
        catch (ControlException e) when (e.Problem == ControlProblem.Conflict && version is not null)
        {
            throw new RefusedException(StatusCodes.Status412PreconditionFailed, e.Message);
        }
    }

    private static Answer Of(BatteryView? battery) => battery is null ? Answer.NotFound("battery at a site of that name") : Answer.Json(battery).Version(battery.Version);
}
