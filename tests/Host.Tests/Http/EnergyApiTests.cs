namespace ControlPlane.Host.Tests.Http;

public sealed class EnergyApiTests
{
    private const string Path = "/v1/batteries/east/override";

    [Fact]
    public async Task The_energy_of_sites_is_shown_with_what_is_not_known_as_null()
    {
        await using var host = await ApiHost.Start();
        var site = (await host.Get("/v1/energy")).Json[0]!;
        Assert.Equal(("east", 2), ((string?)site["site"], (int)site["loadKw"]!));
        Assert.Null(site["last"]);
        host.Plane.PassSlots(1);
        site = (await host.Get("/v1/energy")).Json[0]!;
        Assert.Equal((1, "policy", 0.2), ((int)site["total"]!["slots"]!, (string?)site["last"]!["source"], (double)site["last"]!["conditions"]!["tariff"]!["buyUsdPerKwh"]!));
        Assert.Equal(0, (double)site["last"]!["account"]!["costUsd"]!);
    }

    [Fact]
    public async Task Slots_are_listed_by_pages_the_newest_first()
    {
        await using var host = await ApiHost.Start();
        host.Plane.PassSlots(5);
        var first = await host.Get("/v1/sites/east/energy?limit=3");
        Assert.Equal([5, 4, 3], first.Json["slots"]!.AsArray().Select(s => (int)s!["number"]!));
        Assert.Equal("</v1/sites/east/energy?limit=3&after=3>; rel=\"next\"", first.Header("Link"));
        var last = await host.Get("/v1/sites/east/energy?limit=3&after=3");
        Assert.Equal([2, 1], last.Json["slots"]!.AsArray().Select(s => (int)s!["number"]!));
        Assert.Null(last.Json["next"]);
        Assert.Equal(404, (await host.Get("/v1/sites/west/energy")).Status);
        Assert.Equal(["query limit"], (await host.Get("/v1/sites/east/energy?limit=0")).Fields);
        Assert.Equal(["query after"], (await host.Get("/v1/sites/east/energy?after=x")).Fields);
    }

    [Fact]
    public async Task A_battery_is_told_what_to_do_with_its_version_and_let_go()
    {
        await using var host = await ApiHost.Start();
        Assert.Equal("\"0\"", (await host.Get(Path)).Header("ETag"));
        var told = await Put(host, """{"setPointKw":-5,"forS":600,"reason":"peak"}""", ("If-Match", "\"0\""));
        Assert.Equal((200, "\"1\"", -2), (told.Status, told.Header("ETag"), (double)told.Json["setPointKw"]!));
        Assert.Equal("-5 kW was asked; the battery can do -2 kW", (string?)told.Json["override"]!["note"]);
        var second = await Put(host, """{"setPointKw":1,"forS":600,"reason":"peak"}""", ("If-Match", "\"0\""));
        Assert.Equal((412, "the battery of 'east' has version 1, not 0"), (second.Status, (string?)second.Json["detail"]));
        Assert.Equal("override", ((string?)(await host.Get("/v1/batteries")).Json[0]!["source"])!);
        Assert.Equal(("Admin", "battery.override"), ((string?)(await host.Get("/v1/audit")).Json[0]!["actor"], (string?)(await host.Get("/v1/audit")).Json[0]!["action"]));
        Assert.Equal(412, (await host.Send(HttpMethod.Delete, Path, body: null, ("If-Match", "\"0\""))).Status);
        var free = await host.Send(HttpMethod.Delete, Path, body: null);
        Assert.Equal((200, true), (free.Status, free.Json["override"] is null));
        Assert.Equal(404, (await host.Send(HttpMethod.Delete, "/v1/batteries/west/override", body: null)).Status);
        Assert.Equal(404, (await host.Get("/v1/batteries/west/override")).Status);
    }

    [Fact]
    public async Task The_same_request_under_one_key_begins_once()
    {
        await using var host = await ApiHost.Start();
        var first = await Put(host, """{"setPointKw":1,"forS":600,"reason":"test"}""", ("Idempotency-Key", "k-1"));
        var again = await Put(host, """{"setPointKw":1,"forS":600,"reason":"test"}""", ("Idempotency-Key", "k-1"));
        Assert.Equal((first.Body, "true"), (again.Body, again.Header("Idempotent-Replayed")));
        Assert.Equal(409, (await Put(host, """{"setPointKw":2,"forS":600,"reason":"test"}""", ("Idempotency-Key", "k-1"))).Status);
    }

    [Theory]
    [InlineData("{}", "body setPointKw", "body reason")]
    [InlineData("""{"setPointKw":1,"reason":"x"}""", "body until")]
    [InlineData("""{"setPointKw":1,"reason":"x","forS":60,"until":"2031-05-06T08:00:00Z"}""", "body until")]
    [InlineData("""{"setPointKw":1,"reason":"x","forS":604801}""", "body forS")]
    [InlineData("""{"setPointKw":1,"reason":"","forS":60}""", "body reason")]
    [InlineData("""{"setPointKw":"much","reason":"x","forS":60}""", "body setPointKw")]
    [InlineData("""{"setPointKw":1,"reason":"x","forS":60,"hold":true}""", "body hold")]
    [InlineData("""{"setPointKw":1,"reason":"x","until":"2020-01-01T00:00:00Z"}""", "body until")]
    public async Task A_wrong_override_is_named(string body, params string[] fields)
    {
        await using var host = await ApiHost.Start();
        var reply = await Put(host, body);
        Assert.Equal(400, reply.Status);
        Assert.Equal(fields, reply.Fields);
    }

    private static Task<ApiReply> Put(ApiHost host, string body, params (string Name, string Value)[] headers) => host.Send(HttpMethod.Put, Path, body, headers);
}
