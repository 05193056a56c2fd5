using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Keys;
using Microsoft.AspNetCore.Routing;

namespace ControlPlane.Host.Tests.Http;

/// <summary>R11: a key that is for one tenant learns and changes nothing of another.</summary>
public sealed class TenantKeyTests : IAsyncLifetime
{
    private ApiHost _host = null!;
    private HttpClient _lab = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.Start();
        var ring = new KeyRing(_host.KeysFile, TimeProvider.System, TimeSpan.Zero);
        _lab = _host.ClientWith((await ring.Add("lab-ci", Role.Submitter, tenant: "lab")).Secret);
        await _host.Post("/v1/jobs", """[{"id":"theirs","sizeUnits":1,"tenant":"shop"},{"id":"nobodys","sizeUnits":1}]""");
    }

    public async Task DisposeAsync()
    {
        _lab.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Submissions_are_of_the_tenant_whether_they_say_so_or_not()
    {
        Assert.Equal(201, (await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"a","sizeUnits":1}""")).Status);
        Assert.Equal(200, (await Lab(HttpMethod.Post, "/v1/jobs", """[{"id":"b","sizeUnits":1,"tenant":"lab"}]""")).Status);
        foreach (var id in new[] { "a", "b" })
            Assert.Equal("lab", (string?)(await _host.Get($"/v1/jobs/{id}")).Json["submission"]!["tenant"]);
    }

    [Fact]
    public async Task A_submission_of_another_tenant_is_refused_with_its_field_and_nothing_of_the_request_is_done()
    {
        var refused = await Lab(HttpMethod.Post, "/v1/jobs", """[{"id":"a","sizeUnits":1},{"id":"b","sizeUnits":1,"tenant":"shop"}]""");
        Assert.Equal(403, refused.Status);
        Assert.Equal(["body [1].tenant"], refused.Fields);
        Assert.Equal(404, (await _host.Get("/v1/jobs/a")).Status);
        Assert.Equal(["body tenant"], (await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"b","sizeUnits":1,"tenant":"default"}""")).Fields);
    }

    [Fact]
    public async Task Jobs_of_others_are_not_there()
    {
        await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"mine","sizeUnits":1}""");
        foreach (var id in new[] { "theirs", "nobodys", "none" })
        {
            Assert.Equal(404, (await Lab(HttpMethod.Get, $"/v1/jobs/{id}")).Status);
            Assert.Equal(404, (await Lab(HttpMethod.Get, $"/v1/jobs/{id}/why")).Status);
            Assert.Equal(404, (await Lab(HttpMethod.Delete, $"/v1/jobs/{id}")).Status);
        }

        Assert.Null((string?)(await _host.Get("/v1/jobs/theirs")).Json["endedAt"]);
        foreach (var query in new[] { "", "?tenant=lab", "?tenant=lab&limit=5" })
            Assert.Equal(["mine"], (await Lab(HttpMethod.Get, $"/v1/jobs{query}")).Json["jobs"]!.AsArray().Select(j => (string?)j!["submission"]!["id"]));
        Assert.Empty((await Lab(HttpMethod.Get, "/v1/jobs?tenant=shop")).Json["jobs"]!.AsArray());
        Assert.Equal(200, (await Lab(HttpMethod.Get, "/v1/jobs/mine")).Status);
        Assert.Equal(200, (await Lab(HttpMethod.Get, "/v1/jobs/mine/why")).Status);
        Assert.Equal(200, (await Lab(HttpMethod.Delete, "/v1/jobs/mine")).Status);
    }

    [Fact]
    public async Task An_id_of_another_tenant_is_taken_and_nothing_more_is_said()
    {
        var taken = await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"theirs","sizeUnits":7}""");
        Assert.Equal((409, "the id 'theirs' is taken"), (taken.Status, (string?)taken.Json["detail"]));
        await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"mine","sizeUnits":1}""");
        Assert.Contains("sizeUnits 1", (await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"mine","sizeUnits":7}""")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_those_of_its_own_jobs_and_what_was_missed()
    {
        await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"mine","sizeUnits":1}""");
        _host.Plane.Happen("agent-lost");
        _host.Plane.Happen("missed");
        _host.Plane.Order("theirs");
        _host.Plane.Order("mine");
        await using var reader = await EventReader.Open(_lab, "/v1/events");
        await reader.Block();
        // 1 and 2 are of other tenants' jobs, 4 of an agent, 6 of another's job again.
        Assert.Equal(["3", "5", "7"], await reader.Ids(3));
    }

    [Fact]
    public async Task A_stream_decides_anew_whose_a_job_is_when_an_id_is_submitted_again()
    {
        await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"mine","sizeUnits":1}""");
        _host.Plane.Happen("missed");
        await using var reader = await EventReader.Open(_lab, "/v1/events");
        Assert.Equal(["3", "4"], await reader.Ids(2));
        _host.Plane.Forget("theirs");
        _host.Plane.Forget("mine");
        await Lab(HttpMethod.Post, "/v1/jobs", """{"id":"theirs","sizeUnits":1}""");
        await _host.Post("/v1/jobs", """{"id":"mine","sizeUnits":1,"tenant":"shop"}""");
        _host.Plane.Order("mine");
        _host.Plane.Order("theirs");
        _host.Plane.Happen("missed");
        // 6 and 7 are of the job of the shop that has the free id now.
        Assert.Equal(["5", "8", "9"], await reader.Ids(3));
    }

    [Fact]
    public async Task Everything_that_does_not_say_that_it_is_for_tenants_is_closed()
    {
        var open = _host.Endpoints.Where(e => e.Metadata.GetMetadata<ForTenants>() is not null).Select(e => $"{Method(e)} {e.RoutePattern.RawText}").Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "DELETE /v1/jobs/{id}", "GET /v1/events", "GET /v1/generations/{id}", "GET /v1/generations/{id}/why", "GET /v1/host", "GET /v1/jobs", "GET /v1/jobs/{id}",
                "GET /v1/jobs/{id}/why", "GET /v1/sites", "GET /v1/sites/{site}", "POST /v1/generations", "POST /v1/jobs",
            ],
            open);
        foreach (var endpoint in _host.Endpoints.Where(e => e.Metadata.GetMetadata<NeededRole>() is { Role: <= Role.Submitter } && e.Metadata.GetMetadata<ForTenants>() is null))
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{version}", "1").Replace("{tenant}", "lab");
            var refused = await Lab(new HttpMethod(Method(endpoint)), path);
            Assert.Equal((403, "the key lab-ci is for the tenant lab; this is about the whole host"), (refused.Status, (string?)refused.Json["detail"]));
        }
    }

    [Fact]
    public async Task The_role_still_counts()
    {
        var made = await _host.Post("/v1/keys", """{"name":"lab-eyes","role":"viewer","tenant":"lab"}""");
        Assert.Equal((201, "lab"), (made.Status, (string?)made.Json["key"]!["tenant"]));
        using var viewer = _host.ClientWith((string)made.Json["secret"]!);
        Assert.Equal(403, (await ApiHost.Send(viewer, HttpMethod.Post, "/v1/jobs", """{"id":"a","sizeUnits":1}""")).Status);
        Assert.Equal(200, (await ApiHost.Send(viewer, HttpMethod.Get, "/v1/jobs", body: null)).Status);
    }

    private static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single();

    private Task<ApiReply> Lab(HttpMethod method, string path, string? body = null) => ApiHost.Send(_lab, method, path, body);
}
