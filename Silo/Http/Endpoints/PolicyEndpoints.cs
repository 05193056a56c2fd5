using ControlPlane.Fleet.Control;
using ControlPlane.Policies.Catalog;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Silo.Http.Endpoints;

/// <summary>Versions of the policy: look at, publish, activate.</summary>
internal static class PolicyEndpoints
{
    /// <summary>Adds them.</summary>
    /// <param name="api">Where.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/policies", List).Needs(Role.Viewer).Gives<IReadOnlyList<PolicyView>>();
        api.MapGet("/policies/{version}", Find).Needs(Role.Viewer).Gives<PolicyView>().Refuses(404);
        api.MapPost("/policies", Publish).Needs(Role.Operator).Takes<PolicyBody>().Gives<PolicyView>(201).Refuses(409, 413, 415);
        api.MapPost("/policies/{version}/activate", Activate).Needs(Role.Operator).Gives<PolicyView>().Refuses(404);
    }

    /// <summary>Lists the versions of the policy, oldest first.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> List(IControlPlane plane, CancellationToken cancellation) => Answer.Json(await plane.Policies(cancellation));

    /// <summary>Shows a version of the policy.</summary>
    /// <param name="plane">The host.</param>
    /// <param name="version">Its number.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Find(IControlPlane plane, string version, CancellationToken cancellation)
    {
        var number = NumberOf(version);
        return Of((await plane.Policies(cancellation)).FirstOrDefault(p => p.Version == number));
    }

    /// <summary>Stores a version of the policy; nobody decides with it before it is activated.</summary>
    /// <remarks>With Idempotency-Key the same request gives the same answer again while the host remembers it; after a restart it stores another version.</remarks>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="answers">Answers given before.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Publish(
        HttpContext http, IControlPlane plane, ApiSettings settings, IdempotentAnswers answers, CancellationToken cancellation)
    {
        // A model is longer than what other requests have to say.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = settings.Limits.ModelBodyBytes;
        var body = await RequestBody.Read(http, settings.Limits.ModelBodyBytes);
        var policy = body.Parse(PolicyBodies.ReadPolicy);
        var (choice, model) = Read(policy);
        return await answers.Run(http, body, async () =>
        {
            var published = await plane.PublishPolicy(choice, policy.Note ?? "", http.Actor(), model, cancellation);
            return Answer.Json(published, StatusCodes.Status201Created).With("Location", $"/v1/policies/{published.Version}");
        });
    }

    /// <summary>Lets the host decide with a version.</summary>
    /// <param name="http">The request.</param>
    /// <param name="plane">The host.</param>
    /// <param name="version">Its number.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IResult> Activate(HttpContext http, IControlPlane plane, string version, CancellationToken cancellation) =>
        Of(await plane.ActivatePolicy(NumberOf(version), http.Actor(), cancellation));

    private static (PolicyChoice Choice, ReadOnlyMemory<byte> Model) Read(PolicyBody policy)
    {
        var choice = new PolicyChoice(policy.Name, policy.Settings ?? new Dictionary<string, string>());
        if (policy.Model is null)
            return (choice, default);
        var model = new PolicyModel(policy.Model.Name, policy.Model.Data);
        return (choice with { Model = new ModelMark(model.Name, model.Digest, model.Bytes.Length) }, model.Bytes);
    }

    private static int NumberOf(string version) => (int)Given.Whole("path", "version", version, 1, int.MaxValue)!.Value;

    private static Answer Of(PolicyView? policy) => policy is null ? Answer.NotFound("version of that number") : Answer.Json(policy);
}
