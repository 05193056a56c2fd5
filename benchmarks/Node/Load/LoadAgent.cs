using System.Text.Json;
using System.Text.Json.Nodes;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>A site whose jobs take no time: whatever it is told to run it reports as finished with its next beat.</summary>
/// <param name="node">The node.</param>
/// <param name="key">The key of its agent; null for none.</param>
/// <param name="site">Name of the site.</param>
/// <param name="gpus">GPUs of the site.</param>
internal sealed class LoadAgent(LoadedNode node, string? key, string site, int gpus) : IDisposable
{
    private const double WaitS = 2;
    private readonly RawConnection _connection = new(node.EndPoint);
    private readonly HashSet<(string Job, long Token)> _told = [];
    private readonly List<JsonObject> _reports = [];
    private long _epoch;
    private long _version;
    private long _number;

    /// <summary>Jobs that it has finished.</summary>
    public long Finished { get; private set; }

    /// <summary>Works until it is told to stop.</summary>
    /// <param name="stop">Stops it.</param>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            await Register(stop);
            while (true)
                await Beat(stop);
        }
        catch (OperationCanceledException)
        {
            // Stopped: its lease ends by itself.
        }
    }

    public void Dispose() => _connection.Dispose();

    private async Task Register(CancellationToken stop)
    {
        var session = await Ask("register", new JsonObject { ["agent"] = "benchmarks", ["gpus"] = gpus }, stop);
        (_epoch, _version, _number) = (session.GetProperty("epoch").GetInt64(), 0, 0);
        _told.Clear();
        _reports.Clear();
    }

    private async Task Beat(CancellationToken stop)
    {
        var beat = new JsonObject
        {
            ["epoch"] = _epoch,
            ["knownVersion"] = _version,
            ["reports"] = new JsonArray([.. _reports.Select(r => r.DeepClone())]),
            ["waitS"] = WaitS,
        };
        Follow(await Ask("beat", beat, stop));
    }

    private void Follow(JsonElement orders)
    {
        var confirmed = orders.GetProperty("confirmed").GetInt64();
        Finished += _reports.RemoveAll(r => (long)r["number"]! <= confirmed);
        _version = orders.GetProperty("version").GetInt64();
        if (orders.GetProperty("tasks") is not { ValueKind: JsonValueKind.Array } tasks)
            return;
        var named = tasks.EnumerateArray().Select(t => (Job: t.GetProperty("job").GetString()!, Token: t.GetProperty("token").GetInt64())).ToHashSet();
        _told.IntersectWith(named);
        foreach (var (job, token) in named.Where(_told.Add))
            _reports.Add(new JsonObject { ["number"] = ++_number, ["job"] = job, ["token"] = token, ["kind"] = "finished", ["doneUnits"] = 1 });
    }

    private async Task<JsonElement> Ask(string what, JsonObject body, CancellationToken stop)
    {
        var request = RequestBytes.Of("POST", node.Address, $"/v1/agents/{site}/{what}", key, JsonSerializer.SerializeToUtf8Bytes(body));
        while (true)
        {
            var answer = await _connection.Send(request, stop);
            if (answer.Status == 200)
                return JsonSerializer.Deserialize<JsonElement>(answer.Body.Span);
            if (answer.RetryAfterS is not { } seconds)
                throw new InvalidOperationException($"The agent of {site} was refused: {System.Text.Encoding.UTF8.GetString(answer.Body.Span)}");
            await Task.Delay(TimeSpan.FromSeconds(seconds), stop);
        }
    }
}
