namespace ControlPlane.Host.Tests.Http;

public sealed class JobApiTests
{
    private const string Full = """
        {"id":"a-1","sizeUnits":2.5,"ingress":"gate","tenant":"lab","priority":3,"deadline":"2031-06-01T00:00:00+02:00",
         "allowedSites":["east"],"forbiddenSites":["west"],"preferredSites":["east"]}
        """;

    [Fact]
    public async Task A_new_job_is_created_and_looks_as_it_was_sent()
    {
        await using var host = await ApiHost.Start();
        var made = await host.Post("/v1/jobs", Full);
        Assert.Equal((201, """{"id":"a-1","outcome":"accepted","reason":null,"retryAfterS":null}"""), (made.Status, made.Body));
        Assert.Equal("/v1/jobs/a-1", made.Header("Location"));
        var found = await host.Get("/v1/jobs/a-1");
        Assert.Equal("\"1\"", found.Header("ETag"));
        Assert.Equal(
            """{"submission":{"id":"a-1","sizeUnits":2.5,"ingress":"gate","tenant":"lab","priority":3"""
            + ""","deadline":"2031-05-31T22:00:00+00:00","allowedSites":["east"],"forbiddenSites":["west"],"preferredSites":["east"]},"state":"held","site":null,"gpus":0,"clock":0,"remainingUnits":2.5"""
            + ""","attempts":0,"submittedAt":"2031-05-06T07:08:09+00:00","startedAt":null,"endedAt":null,"energyJ":0,"version":1,"progressUnits":null}""",
            found.Body);
    }

    [Fact]
    public async Task A_job_that_is_known_another_one_under_its_id_one_that_cannot_run_and_a_full_tenant_have_statuses_of_their_own()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""");
        Assert.Equal(200, (await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""")).Status);
        var conflict = await host.Post("/v1/jobs", """{"id":"a","sizeUnits":2}""");
        Assert.Equal((409, "application/problem+json"), (conflict.Status, conflict.Header("Content-Type")));
        Assert.Equal("job a is known with sizeUnits 1", (string?)conflict.Json["detail"]);
        Assert.Equal(400, (await host.Post("/v1/jobs", """{"id":"b","sizeUnits":2,"allowedSites":["moon"]}""")).Status);
        var busy = await host.Post("/v1/jobs", """{"id":"c","sizeUnits":2,"tenant":"full"}""");
        Assert.Equal((429, "8", 7.5), (busy.Status, busy.Header("Retry-After"), (double)busy.Json["retryAfterS"]!));
    }

    [Fact]
    public async Task A_list_of_jobs_has_an_outcome_for_each_and_says_when_to_try_the_refused_ones_again()
    {
        await using var host = await ApiHost.Start();
        var reply = await host.Post("/v1/jobs", """[{"id":"a","sizeUnits":1},{"id":"a","sizeUnits":1},{"id":"a","sizeUnits":2},{"id":"b","sizeUnits":1,"tenant":"full"}]""");
        Assert.Equal((200, "8"), (reply.Status, reply.Header("Retry-After")));
        Assert.Equal(["accepted", "known", "conflict", "busy"], reply.Json["results"]!.AsArray().Select(r => (string)r!["outcome"]!));
    }

    [Theory]
    [InlineData("""{"sizeUnits":1}""", "body id")]
    [InlineData("""{"id":"a b","sizeUnits":1}""", "body id")]
    [InlineData("""{"id":"a","sizeUnits":0}""", "body sizeUnits")]
    [InlineData("""{"id":"a","sizeUnits":1e999}""", "body sizeUnits")]
    [InlineData("""{"id":"a","sizeUnits":"1"}""", "body sizeUnits")]
    [InlineData("""{"id":"a","sizeUnits":1,"priority":10}""", "body priority")]
    [InlineData("""{"id":"a","sizeUnits":1,"priority":1.5}""", "body priority")]
    [InlineData("""{"id":"a","sizeUnits":1,"deadline":"2031-06-01T00:00:00"}""", "body deadline")]
    [InlineData("""{"id":"a","sizeUnits":1,"allowedSites":["east",7]}""", "body allowedSites[1]")]
    [InlineData("""{"id":"a","sizeUnits":1,"tenant":"\ud800"}""", "body tenant")]
    [InlineData("""{"id":"a","sizeUnits":1,"colour":"red"}""", "body colour")]
    [InlineData("""[{"id":"a","sizeUnits":1},{"id":"b"}]""", "body [1].sizeUnits")]
    [InlineData("""[{"id":"a","sizeUnits":1},7]""", "body [1]")]
    [InlineData("""{"id":"a","id":"b","sizeUnits":1}""", "body body")]
    [InlineData("""{"id":"a",""", "body body")]
    [InlineData("[]", "body body")]
    [InlineData("", "body body")]
    public async Task A_wrong_field_is_named_with_what_was_given_and_what_is_allowed(string body, string field)
    {
        await using var host = await ApiHost.Start();
        var reply = await host.Post("/v1/jobs", body);
        Assert.Equal(400, reply.Status);
        Assert.Equal([field], reply.Fields);
        Assert.All(reply.Json["errors"]!.AsArray(), e => Assert.NotEmpty((string)e!["allowed"]!));
        Assert.Equal(0, host.Plane.Submissions);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using var host = await ApiHost.Start();
        var reply = await host.Post("/v1/jobs", """[{"id":"","sizeUnits":-1,"x":1},{"id":"b","sizeUnits":1,"tenant":7}]""");
        Assert.Equal(["body [0].id", "body [0].sizeUnits", "body [0].x", "body [1].tenant"], reply.Fields);
        Assert.Equal("""{"in":"body","field":"[0].sizeUnits","given":"-1","allowed":"a finite number > 0"}""", reply.Json["errors"]![1]!.ToJsonString(ApiText.Options));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_the_link_header_newest_first_and_miss_none()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", $"[{string.Join(',', Enumerable.Range(0, 25).Select(i => $$"""{"id":"j{{i}}","sizeUnits":1,"tenant":"a.b"}"""))}]");
        var seen = new List<string>();
        for (var address = "/v1/jobs?limit=10&tenant=a.b&state=held,queued"; address is not null;)
        {
            var page = await host.Get(address);
            seen.AddRange(page.Json["jobs"]!.AsArray().Select(j => (string)j!["submission"]!["id"]!));
            address = page.Header("Link")?.Split('>')[0].TrimStart('<');
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"j{24 - i}"), seen);
        Assert.Empty((await host.Get("/v1/jobs?state=failed")).Json["jobs"]!.AsArray());
    }

    [Theory]
    [InlineData("limit=0", "query limit")]
    [InlineData("limit=1001", "query limit")]
    [InlineData("limit=1&limit=2", "query limit")]
    [InlineData("state=asleep", "query state")]
    [InlineData("stat=held", "query stat")]
    [InlineData("tenant=", "query tenant")]
    public async Task A_wrong_filter_is_named(string query, string field)
    {
        await using var host = await ApiHost.Start();
        var reply = await host.Get($"/v1/jobs?{query}");
        Assert.Equal(400, reply.Status);
        Assert.Equal([field], reply.Fields);
    }

    [Fact]
    public async Task Withdrawing_ends_a_job_that_waits_and_stops_one_that_runs()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", """[{"id":"waits","sizeUnits":1},{"id":"runs","sizeUnits":1}]""");
        host.Plane.Run("runs");
        var waits = await host.Send(HttpMethod.Delete, "/v1/jobs/waits", body: null);
        var runs = await host.Send(HttpMethod.Delete, "/v1/jobs/runs", body: null);
        Assert.Equal((200, "cancelled"), (waits.Status, (string?)waits.Json["state"]));
        Assert.Equal((202, "cancelling"), (runs.Status, (string?)runs.Json["state"]));
        Assert.Equal("Admin", (string?)(await host.Get("/v1/audit")).Json[0]!["actor"]);
        Assert.Equal(404, (await host.Send(HttpMethod.Delete, "/v1/jobs/none", body: null)).Status);
    }

    [Fact]
    public async Task Why_shows_the_options_and_a_score_that_is_no_number_as_a_word()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""");
        var why = await host.Get("/v1/jobs/a/why");
        Assert.Equal(
            """[{"site":"east","isChosen":true,"masked":null,"score":0.25,"note":"least loaded"},{"site":"west","isChosen":false,"masked":"draining","score":"NaN","note":""}]""",
            why.Json["options"]!.ToJsonString(ApiText.Options));
        Assert.Equal("submitted", (string?)why.Json["history"]![0]!["kind"]);
        Assert.Equal(404, (await host.Get("/v1/jobs/b/why")).Status);
    }

    [Fact]
    public async Task A_job_that_has_not_changed_is_not_sent_again()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""");
        var same = await host.Get("/v1/jobs/a", ("If-None-Match", "\"1\""));
        Assert.Equal((304, ""), (same.Status, same.Body));
        Assert.Equal(200, (await host.Get("/v1/jobs/a", ("If-None-Match", "\"0\""))).Status);
    }
}
