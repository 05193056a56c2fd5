using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

public sealed class GenerationApiTests
{
    // Words and values of the models and GPUs that the providers have: what nobody else may learn.
    private static readonly string[] Private =
    [
        "stepS", "setupS", "stepJ", "setupJ", "serviceS", "energyJ", "curve", "amplitude", "steepness", "midpoint", "activeW", "clock", "backlogGpuS", "maxWait",
        "0.0323", "0.1079", "0.145", "0.115", "0.156", "42.3", "56.7",
    ];

    [Fact]
    public async Task Jobs_are_submitted_once_and_what_became_of_them_is_told_when_their_slot_closes()
    {
        await using var host = await ApiHost.Start();
        var made = await host.Post("/v1/generations", Jobs("a", count: 40));
        Assert.Equal((201, "/v1/generations/a", "\"1\"", "open"), (made.Status, made.Header("Location"), made.Header("ETag"), (string?)made.Json["state"]));
        Assert.True((double)made.Json["quotedCompletionS"]! > 0 && (int)made.Json["steps"]! == 18);
        Assert.Equal(200, (await host.Post("/v1/generations", Jobs("a", count: 40))).Status);
        var other = await host.Post("/v1/generations", Jobs("a", count: 41));
        Assert.Equal((409, "other generation jobs were submitted under the id 'a'"), (other.Status, (string?)other.Json["detail"]));
        Assert.Null((await host.Get("/v1/generations/a")).Json["outcome"]);
        host.Plane.CloseGenerationSlot();
        var known = await host.Get("/v1/generations/a");
        Assert.Equal(("closed", 40.0, "\"2\""), ((string?)known.Json["state"], (double)known.Json["outcome"]!["onTime"]!, known.Header("ETag")));
        using var client = host.ClientOf(Role.Viewer);
        Assert.Equal(304, (await ApiHost.Send(client, HttpMethod.Get, "/v1/generations/a", body: null, ("If-None-Match", "\"2\""))).Status);
        Assert.Equal(404, (await host.Get("/v1/generations/none")).Status);
        var why = (await host.Get("/v1/generations/a/why")).Json;
        Assert.Equal((true, (string?)known.Json["provider"]), ((bool)why["options"]![0]!["isChosen"]!, (string?)why["options"]![0]!["provider"]));
    }

    [Fact]
    public async Task Who_drains_takes_nothing_and_jobs_that_nobody_takes_are_declined_with_the_reason()
    {
        await using var host = await ApiHost.Start();
        foreach (var provider in new[] { "asp-0", "asp-1", "asp-2" })
            Assert.True((bool)(await host.Post($"/v1/providers/{provider}/drain", null)).Json["isDraining"]!);
        var declined = await host.Post("/v1/generations", Jobs("a", count: 3));
        Assert.Equal((201, "declined", "asp-0 is draining"), (declined.Status, (string?)declined.Json["state"], (string?)declined.Json["reason"]));
        Assert.Equal(3, (double)(await host.Get("/v1/providers/asp-0")).Json["jobs"]!["declined"]!);
        using var client = host.ClientOf(Role.Operator);
        Assert.Equal(412, (await ApiHost.Send(client, HttpMethod.Post, "/v1/providers/asp-1/resume", body: null, ("If-Match", "\"0\""))).Status);
        var resumed = await ApiHost.Send(client, HttpMethod.Post, "/v1/providers/asp-1/resume", body: null, ("If-Match", "\"1\""));
        Assert.Equal((200, "\"2\"", false), (resumed.Status, resumed.Header("ETag"), (bool)resumed.Json["isDraining"]!));
        Assert.Equal("asp-1", (string?)(await host.Post("/v1/generations", Jobs("b", count: 1))).Json["provider"]);
        Assert.Equal(404, (await host.Post("/v1/providers/moon/drain", null)).Status);
        Assert.Equal(404, (await host.Get("/v1/providers/moon")).Status);
    }

    [Fact]
    public async Task Quotes_are_a_price_a_time_and_a_quality_by_steps_and_bind_nobody()
    {
        await using var host = await ApiHost.Start();
        var quotes = (await host.Post("/v1/providers/asp-1/quotes", """{"deadline":"relaxed","category":"Animals","count":10}""")).Json.AsArray();
        Assert.Equal([6, 10, 14, 18, 22, 26, 30, 34, 38, 42], quotes.Select(q => (int)q!["steps"]!));
        var quality = quotes.Select(q => (double)q!["quality"]!).ToArray();
        Assert.Equal(quality.Order(), quality);
        Assert.All(quotes, q => Assert.Null(q!["priceUsd"]));
        Assert.Equal(0, (double)(await host.Get("/v1/providers/asp-1")).Json["loadShare"]!);
        Assert.Equal(["body deadline"], (await host.Post("/v1/providers/asp-1/quotes", """{"deadline":"never"}""")).Fields);
        Assert.Equal(404, (await host.Post("/v1/providers/moon/quotes", """{"deadline":"quick"}""")).Status);
    }

    [Fact]
    public async Task Nothing_that_is_told_reveals_curves_step_times_or_energies()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/generations", Jobs("a", count: 40));
        host.Plane.CloseGenerationSlot();
        string[] told =
        [
            (await host.Get("/v1/providers")).Body,
            (await host.Get("/v1/providers/asp-1")).Body,
            (await host.Post("/v1/providers/asp-1/quotes", """{"deadline":"relaxed"}""")).Body,
            (await host.Get("/v1/generations/a")).Body,
            (await host.Get("/v1/generations/a/why")).Body,
        ];
        foreach (var body in told)
            Assert.DoesNotContain(Private, word => body.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_that_are_wrong_are_named()
    {
        await using var host = await ApiHost.Start();
        Assert.Equal(["body id", "body origin", "body deadline"], (await host.Post("/v1/generations", "{}")).Fields);
        Assert.Equal(["body images", "body count"], (await host.Post("/v1/generations", """{"id":"a","origin":"asp-0","deadline":"quick","images":0,"count":10001}""")).Fields);
        Assert.Equal(["body origin"], (await host.Post("/v1/generations", """{"id":"a","origin":"moon","deadline":"quick"}""")).Fields);
        Assert.Equal(["body category"], (await host.Post("/v1/generations", """{"id":"a","origin":"asp-0","deadline":"quick","category":"Cats"}""")).Fields);
    }

    [Fact]
    public async Task A_key_of_one_tenant_sees_and_submits_its_own_jobs_only()
    {
        await using var host = await ApiHost.Start();
        var ring = new KeyRing(host.KeysFile, TimeProvider.System, TimeSpan.Zero);
        using var lab = host.ClientWith((await ring.Add("lab-ci", Role.Submitter, tenant: "lab")).Secret);
        await host.Post("/v1/generations", Jobs("theirs", count: 1));
        Assert.Equal("lab", (string?)(await ApiHost.Send(lab, HttpMethod.Post, "/v1/generations", Jobs("mine", count: 1))).Json["submission"]!["tenant"]);
        Assert.Equal(200, (await ApiHost.Send(lab, HttpMethod.Get, "/v1/generations/mine", body: null)).Status);
        Assert.Equal(404, (await ApiHost.Send(lab, HttpMethod.Get, "/v1/generations/theirs", body: null)).Status);
        Assert.Equal(404, (await ApiHost.Send(lab, HttpMethod.Get, "/v1/generations/theirs/why", body: null)).Status);
        Assert.Equal(409, (await ApiHost.Send(lab, HttpMethod.Post, "/v1/generations", Jobs("theirs", count: 1))).Status);
        var foreign = await ApiHost.Send(lab, HttpMethod.Post, "/v1/generations", """{"id":"b","origin":"asp-0","deadline":"quick","tenant":"shop"}""");
        Assert.Equal(403, foreign.Status);
        Assert.Equal(["body tenant"], foreign.Fields);
        Assert.Equal(403, (await ApiHost.Send(lab, HttpMethod.Get, "/v1/providers", body: null)).Status);
    }

    private static string Jobs(string id, int count) => $$"""{"id":"{{id}}","origin":"asp-0","deadline":"relaxed","category":"Animals","count":{{count}}}""";
}
