using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

/// <summary>R10 for HTTP: whatever arrives, the host refuses it with a reason, at once, and goes on.</summary>
public sealed class MutatedRequestTests
{
    private static readonly (Role Role, string Method, string Path, string? Body, string? Header, string? Value)[] Good =
    [
        (Role.Submitter, "POST", "/v1/jobs", """{"id":"a-1","sizeUnits":2.5,"ingress":"gate","tenant":"lab","priority":3,"deadline":"2031-06-01T00:00:00Z","allowedSites":["east"]}""", null, null),
        (Role.Submitter, "POST", "/v1/jobs", """[{"id":"b","sizeUnits":1,"preferredSites":["east","west"]},{"id":"c","sizeUnits":2,"forbiddenSites":[]}]""", "Idempotency-Key", "k-17"),
        (Role.Operator, "PATCH", "/v1/sites/east", """{"draining":false,"gpuLimit":4}""", "If-Match", "\"7\""),
        (Role.Operator, "PUT", "/v1/tenants/lab", """{"quota":100}""", null, null),
        (Role.Operator, "PUT", "/v1/batteries/east/override", """{"setPointKw":-1.5,"forS":600,"reason":"peak"}""", "If-Match", "\"0\""),
        (Role.Submitter, "POST", "/v1/generations", """{"id":"g-1","origin":"asp-0","deadline":"relaxed","category":"Animals","images":2,"count":3,"tenant":"lab"}""", "Idempotency-Key", "g-17"),
        (Role.Viewer, "GET", "/v1/generations/g-1/why", null, "If-None-Match", "\"1\""),
        (Role.Viewer, "POST", "/v1/providers/asp-1/quotes", """{"origin":"asp-0","deadline":"quick","category":"People","images":1,"count":40}""", null, null),
        (Role.Operator, "POST", "/v1/providers/asp-2/drain", null, "If-Match", "\"0\""),
        (Role.Viewer, "GET", "/v1/sites/east/energy?after=5&limit=10", null, null, null),
        (Role.Operator, "POST", "/v1/policies", """{"name":"round-robin","settings":{"seed":"7"},"note":"n"}""", "Idempotency-Key", "p-1"),
        (Role.Operator, "POST", "/v1/policies", """{"name":"round-robin","model":{"name":"a.model","data":"AQID"}}""", null, null),
        (Role.Operator, "PUT", "/v1/policies/canary", """{"version":2,"share":0.25}""", null, null),
        (Role.Operator, "PUT", "/v1/policies/shadow", """{"version":1}""", null, null),
        (Role.Operator, "POST", "/v1/policies/1/activate", null, null, null),
        (Role.Agent, "POST", "/v1/agents/east/register", """{"agent":"rack","gpus":8}""", null, null),
        (Role.Agent, "POST", "/v1/agents/east/beat", """{"epoch":1,"knownVersion":0,"waitS":0,"reports":[{"number":1,"job":"a","token":1,"kind":"progress","doneUnits":0.5}]}""", null, null),
        (Role.Viewer, "GET", "/v1/jobs?state=held,queued&site=east&tenant=lab&after=a-1&limit=10", null, "If-None-Match", "\"1\""),
        (Role.Viewer, "GET", "/v1/jobs/a-1", null, "If-None-Match", "\"1\""),
        (Role.Operator, "GET", "/v1/audit?limit=5", null, null, null),
        (Role.Admin, "POST", "/v1/keys", """{"name":"x","role":"agent","site":"moon","expiresInS":60}""", null, null),
        (Role.Admin, "DELETE", "/v1/keys/0123456789ab?inS=5", null, null, null),
    ];

    [Fact]
    public async Task Mutated_bodies_queries_and_headers_are_refused_with_the_field_and_never_break_the_host()
    {
        await using var host = await ApiHost.Start();
        var count = TestScale.Pick(2_000, 100_000);
        var clients = host.Secrets.ToDictionary(s => s.Key, s => host.ClientWith(s.Value, Encoding.Latin1));
        var named = 0;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
        {
            if (await Attack(clients, new Random(i)))
                Interlocked.Increment(ref named);
        });
        Assert.True(named > count / 4, $"only {named} of {count} were wrong in a field: the mutations do not reach far enough");
        Assert.True((bool)(await host.Get("/v1/ledger")).Json["closes"]!);
        Assert.Equal(200, (await host.Get("/health/ready")).Status);
    }

    [Fact]
    public async Task Mutated_bytes_on_the_wire_never_break_the_host()
    {
        await using var host = await ApiHost.Start();
        var count = TestScale.Pick(300, 5_000);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(i);
            var good = Good[random.Next(Good.Length)];
            var text = $"{good.Method} {good.Path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {host.Secrets[good.Role]}\r\nConnection: close\r\n"
                + (good.Body is null ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {good.Body.Length}\r\n\r\n{good.Body}");
            var status = await Wire(host.Address, Encoding.Latin1.GetBytes(Mutation.Of(text, random)));
            Assert.True(status is null or < 500 or 505, $"{status} at {i}");
        }

        Assert.Equal(200, (await host.Get("/v1/host")).Status);
    }

    // Whether the request was refused for a field.
    private static async Task<bool> Attack(Dictionary<Role, HttpClient> clients, Random random)
    {
        var good = Good[random.Next(Good.Length)];
        var (path, body, value) = (good.Path, good.Body, good.Value);
        switch (random.Next(6))
        {
            case 0 when good.Header is not null:
                // What a client can put into a header at all: one byte a character, and no end of the line.
                value = string.Concat(Mutation.Of(value!, random).Where(c => c is >= ' ' and <= '\u00ff'));
                break;
            case 1 when path.Contains('?'):
                path = Query(path, random);
                break;
            default:
                (path, body) = body is null ? (Query(path, random), body) : (path, Mutation.Of(body, random));
                break;
        }

        var reply = await ApiHost.Send(clients[good.Role], new HttpMethod(good.Method), path, body, good.Header is null ? [] : [(good.Header, value!)]);
        var what = $"{good.Method} {path} {body} {good.Header}: {value} -> {reply.Status} {reply.Body}";
        Assert.True(reply.Status < 500, what);
        Assert.False(reply.Body.Contains("   at ", StringComparison.Ordinal) || reply.Body.Contains(".cs:", StringComparison.Ordinal), what);
        if (reply.Status < 400 || reply.Status == 404)
            return false;
        // A header that is no text does not get as far as the API.
        if (reply.Body.Length == 0 && value?.Any(c => c > '~') == true)
            return false;
        Assert.True((string?)reply.Json["detail"] is { Length: > 0 }, what);
        if (reply.Json["errors"] is not JsonArray errors)
            return false;
        Assert.All(errors, e => Assert.True((string?)e!["field"] is { Length: > 0 } && (string?)e["allowed"] is { Length: > 0 }, what));
        return true;
    }

    private static string Query(string path, Random random)
    {
        var parts = path.Split('?');
        var mutated = Mutation.Of(parts.Length > 1 ? parts[1] : "x=1", random);
        return $"{parts[0]}?{(random.Next(2) == 0 ? Uri.EscapeDataString(mutated).Replace("%3D", "=").Replace("%26", "&") : Uri.EscapeDataString(mutated))}";
    }

    // The status, or null when the host closed without a word, as it may on a line that is no HTTP.
    private static async Task<int?> Wire(Uri address, byte[] request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var answer = new MemoryStream();
            await stream.CopyToAsync(answer, patience.Token);
            var line = Encoding.Latin1.GetString(answer.ToArray()).Split('\r')[0].Split(' ');
            return line.Length > 1 ? int.Parse(line[1]) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
