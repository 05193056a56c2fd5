using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Reading;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Host.Tests.Http;

public sealed class LimitTests
{
    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { RequestsPerSecond = 0.01, RequestBurst = 3 } });
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await host.Get("/v1/host")).Status);
        var refused = await host.Get("/v1/host");
        Assert.Equal((429, "application/problem+json"), (refused.Status, refused.Header("Content-Type")));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!), 1, 100);
        using var viewer = host.ClientOf(Role.Viewer);
        Assert.Equal(200, (await ApiHost.Send(viewer, HttpMethod.Get, "/v1/host", body: null)).Status);
        Assert.Equal(200, (await host.Get("/health/live")).Status);
    }

    [Fact]
    public async Task Whoever_guesses_keys_is_slowed_down()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { AnonymousRequestsPerSecond = 0.01, AnonymousBurst = 5 } });
        using var guesser = host.ClientWith("cp_" + new string('B', 43));
        var statuses = new List<int>();
        for (var i = 0; i < 7; i++)
            statuses.Add((await ApiHost.Send(guesser, HttpMethod.Get, "/v1/host", body: null)).Status);
        Assert.Equal([401, 401, 401, 401, 401, 429, 429], statuses);
        Assert.Equal(200, (await host.Get("/v1/host")).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_whether_its_length_was_said_or_not(bool isSaid)
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { BodyBytes = 1_000 } });
        using var content = new ByteArrayContent(new byte[1_001]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/jobs") { Content = content };
        request.Headers.TransferEncodingChunked = !isSaid;
        using var response = await host.Client.SendAsync(request);
        Assert.Equal((413, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_length_that_is_only_announced_takes_no_memory()
    {
        var http = new DefaultHttpContext();
        http.Request.ContentLength = 4 << 20;
        http.Request.Body = new MemoryStream([1, 2, 3]);
        var body = await RequestBody.Read(http, 4 << 20);
        Assert.True(MemoryMarshal.TryGetArray(body.Bytes, out var bytes));
        Assert.Equal(3, bytes.Count);
        Assert.InRange(bytes.Array!.Length, 3, 1 << 16);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Who_guesses_from_many_addresses_of_one_network_is_one(string one, string other, bool areSame) =>
        Assert.Equal(areSame, RequestRates.NetworkOf(IPAddress.Parse(one)) == RequestRates.NetworkOf(IPAddress.Parse(other)));

    [Fact]
    public async Task More_jobs_than_a_request_may_have_are_refused_whole()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { JobsPerRequest = 2 } });
        var reply = await host.Post("/v1/jobs", """[{"id":"a","sizeUnits":1},{"id":"b","sizeUnits":1},{"id":"c","sizeUnits":1}]""");
        Assert.Equal((413, 0), (reply.Status, host.Plane.Submissions));
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        await using var host = await ApiHost.Start();
        using var content = new StringContent("id=a", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await host.Client.PostAsync("/v1/jobs", content);
        Assert.Equal((415, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData(ControlProblem.Invalid, 400, null)]
    [InlineData(ControlProblem.NotFound, 404, null)]
    [InlineData(ControlProblem.Conflict, 409, null)]
    [InlineData(ControlProblem.Busy, 429, "1")]
    [InlineData(ControlProblem.Unavailable, 503, "1")]
    public async Task What_the_host_refuses_has_a_status_of_its_own(ControlProblem problem, int status, string? retryAfter)
    {
        await using var host = await ApiHost.Start();
        host.Plane.Failure = new ControlException(problem, "because");
        var reply = await host.Get("/v1/ledger");
        Assert.Equal((status, retryAfter, "because"), (reply.Status, reply.Header("Retry-After"), (string?)reply.Json["detail"]));
    }

    [Fact]
    public async Task A_failure_that_nobody_foresaw_tells_nothing_of_the_inside()
    {
        await using var host = await ApiHost.Start();
        host.Plane.Failure = new InvalidOperationException("secret /var/lib/thing at line 7");
        var reply = await host.Get("/v1/ledger");
        Assert.Equal(500, reply.Status);
        Assert.DoesNotContain("secret", reply.Body);
        Assert.NotNull(reply.Json["requestId"]);
    }
}
