using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>What the measurement asks of a node beside the load: keys, sites, the ledger, counters.</summary>
internal sealed class NodeDesk : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _hasKeys;

    /// <summary>Begins.</summary>
    /// <param name="address">The node.</param>
    /// <param name="adminKey">Key of an administrator; null for a node that asks for none.</param>
    public NodeDesk(Uri address, string? adminKey)
    {
        _http = new HttpClient { BaseAddress = address };
        _hasKeys = adminKey is not null;
        if (_hasKeys)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", adminKey);
    }

    /// <summary>Makes a key that lasts a day; null for a node that asks for none.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="role">The role.</param>
    /// <param name="site">With the role agent: its site.</param>
    public async Task<string?> MakeKey(string name, string role, string? site = null)
    {
        if (!_hasKeys)
            return null;
        var body = new JsonObject { ["name"] = name, ["role"] = role, ["expiresInS"] = 86_400 };
        if (site is not null)
            body["site"] = site;
        using var answer = await _http.PostAsJsonAsync("/v1/keys", body);
        answer.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["secret"]!;
    }

    /// <summary>Names of the sites with their GPUs.</summary>
    public async Task<IReadOnlyList<(string Name, int Gpus)>> Sites() =>
        [.. (await Get("/v1/sites")).AsArray().Select(s => ((string)s!["name"]!, (int)s["gpus"]!))];

    /// <summary>The ledger.</summary>
    public Task<JsonNode> Ledger() => Get("/v1/ledger");

    /// <summary>A counter of the node, without labels.</summary>
    /// <param name="name">Its name in the Prometheus text.</param>
    public async Task<double> Counter(string name)
    {
        var text = await _http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var line = text.Split('\n').FirstOrDefault(l => l.StartsWith(name + " ", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[(name.Length + 1)..], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Get(string path) => JsonNode.Parse(await _http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
