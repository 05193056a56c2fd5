using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Keys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Host.Tests.Http;

/// <summary>R11: every endpoint, as the server itself lists them, with every kind of credentials.</summary>
public sealed class AccessMatrixTests
{
    [Fact]
    public async Task Every_endpoint_declares_who_may_call_it()
    {
        await using var host = await ApiHost.Start();
        Assert.True(host.Endpoints.Count() >= 25, $"{host.Endpoints.Count()} endpoints");
        foreach (var endpoint in host.Endpoints)
        {
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var role = endpoint.Metadata.GetMetadata<NeededRole>()?.Role;
            Assert.True(isOpen != role is not null, $"{endpoint.DisplayName} must declare a role or be open, not both");
            if (role is { } needed)
                Assert.Contains(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), a => a.Policy?.Equals(needed.ToString(), StringComparison.OrdinalIgnoreCase) == true);
        }
    }

    [Fact]
    public async Task Only_health_and_the_description_are_open()
    {
        await using var host = await ApiHost.Start();
        var open = host.Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText);
        Assert.Equal(["/health/live", "/health/ready", "/openapi/{documentName}.json"], open.Order());
    }

    [Fact]
    public async Task No_wrong_expired_weaker_and_right_credentials_get_what_the_endpoint_declares()
    {
        await using var host = await ApiHost.Start();
        var ring = new KeyRing(host.KeysFile, TimeProvider.System, TimeSpan.Zero);
        var wrong = "cp_" + new string('A', 43);
        using var none = host.ClientWith(secret: null);
        using var unknown = host.ClientWith(wrong);
        using var malformed = host.ClientWith("hunter2");
        var (old, secret) = await ring.Add("old", Role.Admin);
        await ring.End(old.Id, TimeSpan.Zero);
        using var expired = host.ClientWith(secret);
        var clients = host.Secrets.ToDictionary(s => s.Key, s => host.ClientWith(s.Value));
        var checks = 0;
        foreach (var endpoint in host.Endpoints)
        {
            var needed = endpoint.Metadata.GetMetadata<NeededRole>()?.Role;
            foreach (var nobody in new[] { none, unknown, malformed, expired })
                await Expect(nobody, endpoint, isAllowed: needed is null, 401);
            foreach (var (role, client) in clients)
                await Expect(client, endpoint, needed is null || (needed == Role.Agent ? role == Role.Agent : role != Role.Agent && role >= needed), 403);
            checks += 4 + clients.Count;
        }

        Assert.True(checks >= 25 * 9, $"{checks} checks");
    }

    [Fact]
    public async Task An_agent_speaks_for_its_own_site_only()
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        Assert.Equal(200, (await ApiHost.Send(agent, HttpMethod.Post, "/v1/agents/east/register", """{"agent":"a","gpus":8}""")).Status);
        var other = await ApiHost.Send(agent, HttpMethod.Post, "/v1/agents/west/register", """{"agent":"a","gpus":8}""");
        Assert.Equal((403, "the key Agent is for the agent of site east"), (other.Status, (string?)other.Json["detail"]));
    }

    [Fact]
    public async Task Refusals_say_which_role_is_needed_and_never_which_keys_there_are()
    {
        await using var host = await ApiHost.Start();
        using var viewer = host.ClientOf(Role.Viewer);
        var weak = await ApiHost.Send(viewer, HttpMethod.Get, "/v1/keys", body: null);
        Assert.Equal("the key Viewer has the role viewer; this needs admin", (string?)weak.Json["detail"]);
        using var none = host.ClientWith(secret: null);
        var missing = await ApiHost.Send(none, HttpMethod.Get, "/v1/jobs", body: null);
        Assert.Equal("Bearer realm=\"controlplane\"", missing.Header("WWW-Authenticate"));
        Assert.Equal(404, (await ApiHost.Send(none, HttpMethod.Get, "/v2/jobs", body: null)).Status);
        Assert.Equal(405, (await ApiHost.Send(none, HttpMethod.Put, "/v1/jobs", "{}")).Status);
    }

    private static async Task Expect(HttpClient client, RouteEndpoint endpoint, bool isAllowed, int refusal)
    {
        var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single();
        var path = endpoint.RoutePattern.RawText!.Replace("{site}", "east").Replace("{provider}", "asp-0").Replace("{documentName}", "v1").Replace("{id}", "nobody").Replace("{version}", "9").Replace("{tenant}", "lab");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PATCH" or "PUT")
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)response.StatusCode;
        var where = $"{method} {path}: {status}";
        if (isAllowed)
            Assert.True(status is not (401 or 403) && status < 500, where);
        else
            Assert.True(status == refusal && response.Content.Headers.ContentType?.MediaType == "application/problem+json", where);
    }
}
