using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>The life of the policy: shadow, canary, promotion, the way back. Each answers with the life as it is then.</summary>
internal static class PolicyLifeEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/policies/life", Show).Needs(Role.Viewer).Gives<PolicyLifeView>();
        api.MapGet("/policies/trainer", ShowTrainer).Needs(Role.Viewer).Gives<TrainerView>();
        api.MapPut("/policies/shadow", SetShadow).Needs(Role.Operator).Takes<ShadowBody>().Gives<PolicyLifeView>().Refuses(404, 409, 413, 415);
        api.MapDelete("/policies/shadow", EndShadow).Needs(Role.Operator).Gives<PolicyLifeView>();
        api.MapPut("/policies/canary", SetCanary).Needs(Role.Operator).Takes<CanaryBody>().Gives<PolicyLifeView>().Refuses(404, 409, 413, 415);
        api.MapDelete("/policies/canary", EndCanary).Needs(Role.Operator).Gives<PolicyLifeView>();
        api.MapPost("/policies/promote", Promote).Needs(Role.Operator).Gives<PolicyLifeView>().Refuses(409);
        api.MapPost("/policies/rollback", RollBack).Needs(Role.Operator).Gives<PolicyLifeView>().Refuses(409);
    }

    /// <summary>Shows which versions of the policy decide, and which only watch.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Show(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.PolicyLife(cancellation));

    /// <summary>Shows how the trainer gets on, which learns from the decisions that take effect.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> ShowTrainer(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Trainer(cancellation));

    /// <summary>Lets a version decide beside the active one without effect, in place of the one that did.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> SetShadow(HttpContext http, IControlPlane plane, ApiSettings settings, CancellationToken cancellation)
    {
        var body = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(PolicyBodies.ReadShadow);
        return Answer.Json(await plane.ShadowPolicy(body.Version, http.Actor(), cancellation));
    }

    /// <summary>Ends the shadow.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> EndShadow(HttpContext http, IControlPlane plane, CancellationToken cancellation) =>
        Answer.Json(await plane.ShadowPolicy(version: null, http.Actor(), cancellation));

    /// <summary>Lets a version decide about a share of the jobs, in place of the one that did.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> SetCanary(HttpContext http, IControlPlane plane, ApiSettings settings, CancellationToken cancellation)
    {
        var body = (await RequestBody.Read(http, settings.Limits.BodyBytes)).Parse(PolicyBodies.ReadCanary);
        return Answer.Json(await plane.CanaryPolicy(body.Version, body.Share, http.Actor(), cancellation));
    }

    /// <summary>Ends the canary: the active version decides about its jobs too.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> EndCanary(HttpContext http, IControlPlane plane, CancellationToken cancellation) =>
        Answer.Json(await plane.CanaryPolicy(version: null, share: 0, http.Actor(), cancellation));

    /// <summary>Lets the canary decide about all jobs, or without a canary the shadow.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Promote(HttpContext http, IControlPlane plane, CancellationToken cancellation) =>
        Answer.Json(await plane.PromotePolicy(http.Actor(), cancellation));

    /// <summary>Lets the version decide that did before the active one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> RollBack(HttpContext http, IControlPlane plane, CancellationToken cancellation) =>
        Answer.Json(await plane.RollBackPolicy(http.Actor(), cancellation));
}
