namespace ControlPlane.Host.Tests.Http;

public sealed class PolicyApiTests
{
    private const string Body = """{"name":"round-robin","settings":{"seed":"7"},"note":"try"}""";

    [Fact]
    public async Task A_version_is_published_then_activated()
    {
        await using var host = await ApiHost.Start();
        var published = await host.Post("/v1/policies", Body);
        Assert.Equal((201, "/v1/policies/1"), (published.Status, published.Header("Location")));
        Assert.Equal(
            """{"version":1,"policy":{"name":"round-robin","settings":{"seed":"7"},"model":null}"""
            + ""","note":"try","publishedAt":"2031-05-06T07:08:09+00:00","publishedBy":"Admin","isActive":false,"decisions":0,"replaced":0}""",
            published.Body);
        var active = await host.Post("/v1/policies/1/activate", body: null);
        Assert.Equal((200, true), (active.Status, (bool)active.Json["isActive"]!));
        Assert.True((bool)(await host.Get("/v1/policies/1")).Json["isActive"]!);
        Assert.Single((await host.Get("/v1/policies")).Json.AsArray());
        Assert.Equal(404, (await host.Post("/v1/policies/2/activate", body: null)).Status);
        Assert.Equal(["path version"], (await host.Post("/v1/policies/x/activate", body: null)).Fields);
    }

    [Theory]
    [InlineData("""{"settings":{}}""", "body name")]
    [InlineData("""{"name":"round-robin","settings":{"seed":7}}""", "body settings.seed")]
    [InlineData("""{"name":"round-robin","settings":[]}""", "body settings")]
    [InlineData("""{"name":"round-robin","notes":"x"}""", "body notes")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        await using var host = await ApiHost.Start();
        Assert.Equal([field], (await host.Post("/v1/policies", body)).Fields);
    }

    [Fact]
    public async Task A_policy_that_the_host_does_not_have_is_refused_in_its_words()
    {
        await using var host = await ApiHost.Start();
        var reply = await host.Post("/v1/policies", """{"name":"best"}""");
        Assert.Equal((400, "there is no policy 'best'; there are least-loaded and round-robin"), (reply.Status, (string?)reply.Json["detail"]));
    }
}
