namespace ControlPlane.Host.Tests.Http;

public sealed class SiteApiTests
{
    [Fact]
    public async Task Sites_are_listed_in_the_order_of_the_fleet_and_shown_one_by_one()
    {
        await using var host = await ApiHost.Start();
        Assert.Equal(["east", "west"], (await host.Get("/v1/sites")).Json.AsArray().Select(s => (string)s!["name"]!));
        var east = await host.Get("/v1/sites/east");
        Assert.Equal(
            """{"name":"east","gpuType":"H100","gpus":8,"gpuLimit":8,"upGpus":8,"freeGpus":8,"running":0,"queued":0,"isDraining":false,"isConnected":false"""
            + ""","agent":null,"lastBeatAt":null,"powerW":120,"energyKwh":1.5,"finished":0,"version":1}""",
            east.Body);
        Assert.Equal("\"1\"", east.Header("ETag"));
        Assert.Equal(404, (await host.Get("/v1/sites/moon")).Status);
    }

    [Fact]
    public async Task Of_two_operators_who_saw_the_same_version_the_second_is_refused()
    {
        await using var host = await ApiHost.Start();
        var first = await Patch(host, """{"draining":true}""", "\"1\"");
        Assert.Equal((200, true, "\"2\""), (first.Status, (bool)first.Json["isDraining"]!, first.Header("ETag")));
        var second = await Patch(host, """{"gpuLimit":4}""", "\"1\"");
        Assert.Equal((412, "site east has version 2, not 1"), (second.Status, (string?)second.Json["detail"]));
        Assert.Equal(200, (await Patch(host, """{"gpuLimit":4}""", "*")).Status);
        Assert.Equal((4, true), ((int)(await host.Get("/v1/sites/east")).Json["gpuLimit"]!, (bool)(await host.Get("/v1/sites/east")).Json["isDraining"]!));
    }

    [Theory]
    [InlineData("{}", "\"1\"", "body body")]
    [InlineData("""{"gpuLimit":-1}""", "\"1\"", "body gpuLimit")]
    [InlineData("""{"draining":"yes"}""", "\"1\"", "body draining")]
    [InlineData("""{"draining":true}""", "1", "header If-Match")]
    [InlineData("""{"draining":true}""", "W/\"1\"", "header If-Match")]
    public async Task A_wrong_change_is_named(string body, string ifMatch, string field)
    {
        await using var host = await ApiHost.Start();
        var reply = await Patch(host, body, ifMatch);
        Assert.Equal(400, reply.Status);
        Assert.Equal([field], reply.Fields);
    }

    [Fact]
    public async Task What_only_the_host_knows_is_refused_in_its_words()
    {
        await using var host = await ApiHost.Start();
        var reply = await Patch(host, """{"gpuLimit":9}""", "\"1\"");
        Assert.Equal((400, "gpuLimit of site east must be 0 to 8, not 9"), (reply.Status, (string?)reply.Json["detail"]));
    }

    private static Task<ApiReply> Patch(ApiHost host, string body, string ifMatch) => host.Send(HttpMethod.Patch, "/v1/sites/east", body, ("If-Match", ifMatch));
}
