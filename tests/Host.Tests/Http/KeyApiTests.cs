using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

public sealed class KeyApiTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_works_at_once()
    {
        await using var host = await ApiHost.Start();
        var made = await host.Post("/v1/keys", """{"name":"ci","role":"submitter","expiresInS":3600}""");
        Assert.Equal((201, "no-store"), (made.Status, made.Header("Cache-Control")));
        var secret = (string)made.Json["secret"]!;
        Assert.Matches("^cp_[A-Za-z0-9_-]{43}$", secret);
        using var ci = host.ClientWith(secret);
        Assert.Equal(201, (await ApiHost.Send(ci, HttpMethod.Post, "/v1/jobs", """{"id":"a","sizeUnits":1}""")).Status);
        var list = await host.Get("/v1/keys");
        Assert.DoesNotContain(secret, list.Body);
        Assert.DoesNotContain("hash", list.Body);
        Assert.Equal(secret[^4..], (string?)list.Json.AsArray()[^1]!["lastFour"]);
        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(host.KeysFile));
        Assert.Equal(("Admin", "key.add", "ci"), await LastAudit(host));
    }

    [Fact]
    public async Task Keys_are_rotated_while_requests_run_and_none_of_them_fails()
    {
        await using var host = await ApiHost.Start();
        using var end = new CancellationTokenSource();
        var secret = host.Secrets[Role.Viewer];
        var requests = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var statuses = new List<int>();
            while (!end.IsCancellationRequested)
            {
                using var client = host.ClientWith(Volatile.Read(ref secret));
                statuses.Add((await ApiHost.Send(client, HttpMethod.Get, "/v1/host", body: null)).Status);
            }

            return statuses;
        })).ToArray();
        var old = host.Secrets[Role.Viewer];
        for (var round = 0; round < 20; round++)
        {
            var made = await host.Post("/v1/keys", """{"name":"viewer","role":"viewer"}""");
            Volatile.Write(ref secret, (string)made.Json["secret"]!);
            // Requests that began with the old key have a minute.
            var id = (await host.Get("/v1/keys")).Json.AsArray().Last(k => (string)k!["lastFour"]! == old[^4..] && (string)k["role"]! == "viewer")!["id"];
            Assert.Equal(200, (await host.Send(HttpMethod.Delete, $"/v1/keys/{id}?inS=60", body: null)).Status);
            old = secret;
        }

        await end.CancelAsync();
        Assert.All(await Task.WhenAll(requests), statuses => Assert.All(statuses, s => Assert.Equal(200, s)));
    }

    [Fact]
    public async Task An_ended_key_is_refused_from_then_on_and_says_so()
    {
        await using var host = await ApiHost.Start();
        var made = await host.Post("/v1/keys", """{"name":"gone","role":"viewer"}""");
        using var client = host.ClientWith((string)made.Json["secret"]!);
        var ended = await host.Send(HttpMethod.Delete, $"/v1/keys/{made.Json["key"]!["id"]}", body: null);
        Assert.Equal((200, false), (ended.Status, (bool)ended.Json["isValid"]!));
        var refused = await ApiHost.Send(client, HttpMethod.Get, "/v1/host", body: null);
        Assert.Equal((401, $"the key that ends in {made.Json["key"]!["lastFour"]} has expired"), (refused.Status, (string?)refused.Json["detail"]));
        Assert.Equal(("Admin", "key.end", "gone"), await LastAudit(host));
    }

    [Fact]
    public async Task A_rotated_key_hands_over_to_one_for_the_same()
    {
        await using var host = await ApiHost.Start();
        var made = await host.Post("/v1/keys", """{"name":"lab","role":"viewer","tenant":"lab"}""");
        var rotated = await host.Post($"/v1/keys/{made.Json["key"]!["id"]}/rotate?inS=60", body: null);
        Assert.Equal((201, "lab", "viewer", "lab"), (rotated.Status, (string?)rotated.Json["key"]!["name"], (string?)rotated.Json["key"]!["role"], (string?)rotated.Json["key"]!["tenant"]));
        foreach (var reply in new[] { made, rotated })
        {
            using var client = host.ClientWith((string)reply.Json["secret"]!);
            Assert.Equal(200, (await ApiHost.Send(client, HttpMethod.Get, "/v1/host", body: null)).Status);
        }

        Assert.Equal(("Admin", "key.end", "lab"), await LastAudit(host));
        await host.Post($"/v1/keys/{rotated.Json["key"]!["id"]}/rotate?inS=0", body: null);
        using var old = host.ClientWith((string)rotated.Json["secret"]!);
        Assert.Equal(401, (await ApiHost.Send(old, HttpMethod.Get, "/v1/host", body: null)).Status);
        Assert.Equal(409, (await host.Post($"/v1/keys/{rotated.Json["key"]!["id"]}/rotate", body: null)).Status);
        Assert.Equal(404, (await host.Post("/v1/keys/none/rotate", body: null)).Status);
    }

    [Fact]
    public async Task The_last_key_of_an_administrator_stays()
    {
        await using var host = await ApiHost.Start();
        var id = (await host.Get("/v1/keys")).Json.AsArray().Single(k => (string)k!["role"]! == "admin")!["id"];
        Assert.Equal(409, (await host.Send(HttpMethod.Delete, $"/v1/keys/{id}", body: null)).Status);
        await host.Post("/v1/keys", """{"name":"second","role":"admin"}""");
        Assert.Equal(200, (await host.Send(HttpMethod.Delete, $"/v1/keys/{id}?inS=5", body: null)).Status);
        Assert.Equal(404, (await host.Send(HttpMethod.Delete, "/v1/keys/none", body: null)).Status);
    }

    [Theory]
    [InlineData("""{"role":"viewer"}""", "body name")]
    [InlineData("""{"name":"a","role":"king"}""", "body role")]
    [InlineData("""{"name":"a"}""", "body role")]
    [InlineData("""{"name":"a","role":"agent"}""", "body site")]
    [InlineData("""{"name":"a","role":"agent","site":"moon"}""", "body site")]
    [InlineData("""{"name":"a","role":"viewer","site":"east"}""", "body site")]
    [InlineData("""{"name":"a","role":"operator","tenant":"lab"}""", "body tenant")]
    [InlineData("""{"name":"a","role":"viewer","tenant":"a b"}""", "body tenant")]
    [InlineData("""{"name":"a","role":"viewer","expiresInS":0}""", "body expiresInS")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        await using var host = await ApiHost.Start();
        Assert.Equal([field], (await host.Post("/v1/keys", body)).Fields);
    }

    private static async Task<(string, string, string)> LastAudit(ApiHost host)
    {
        var last = (await host.Get("/v1/audit?limit=1")).Json[0]!;
        return ((string)last["actor"]!, (string)last["action"]!, (string)last["subject"]!);
    }
}
