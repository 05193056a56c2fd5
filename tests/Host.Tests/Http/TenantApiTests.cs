namespace ControlPlane.Host.Tests.Http;

public sealed class TenantApiTests
{
    [Fact]
    public async Task Tenants_with_live_jobs_or_a_quota_are_listed_by_name()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", """[{"id":"a","sizeUnits":1,"tenant":"lab"},{"id":"b","sizeUnits":1}]""");
        Assert.Equal("""{"name":"guests","live":0,"quota":0}""", (await Put(host, "guests", """{"quota":0}""")).Body);
        Assert.Equal("""{"name":"lab","live":1,"quota":100}""", (await Put(host, "lab", """{"quota":100}""")).Body);
        Assert.Equal(
            """[{"name":"default","live":1,"quota":null},{"name":"guests","live":0,"quota":0},{"name":"lab","live":1,"quota":100}]""",
            (await host.Get("/v1/tenants")).Body);
        Assert.Equal("""{"name":"lab","live":1,"quota":null}""", (await Put(host, "lab", """{"quota":null}""")).Body);
        Assert.Equal(("Admin", "tenant.quota", "lab"), ((string?)(await host.Get("/v1/audit")).Json[0]!["actor"], (string?)(await host.Get("/v1/audit")).Json[0]!["action"],
            (string?)(await host.Get("/v1/audit")).Json[0]!["subject"]));
    }

    [Theory]
    [InlineData("lab", "{}", "body quota")]
    [InlineData("lab", """{"quota":-1}""", "body quota")]
    [InlineData("lab", """{"quota":1000001}""", "body quota")]
    [InlineData("lab", """{"quota":"many"}""", "body quota")]
    [InlineData("lab", """{"quota":1,"limit":2}""", "body limit")]
    [InlineData("the%20lab", """{"quota":1}""", "path tenant")]
    public async Task A_wrong_quota_or_name_is_named(string tenant, string body, string field)
    {
        await using var host = await ApiHost.Start();
        var reply = await Put(host, tenant, body);
        Assert.Equal(400, reply.Status);
        Assert.Equal([field], reply.Fields);
    }

    [Fact]
    public async Task What_only_the_host_finds_is_named_as_well()
    {
        await using var host = await ApiHost.Start();
        var reply = await Put(host, "fixed", """{"quota":6}""");
        Assert.Equal(400, reply.Status);
        Assert.Equal(["body quota"], reply.Fields);
        Assert.Equal("quota of tenant 'fixed' must be 5", (string?)reply.Json["errors"]![0]!["allowed"]);
    }

    private static Task<ApiReply> Put(ApiHost host, string tenant, string body) => host.Send(HttpMethod.Put, $"/v1/tenants/{tenant}", body);
}
