using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Silo.Http;
using ControlPlane.Silo.Http.Bodies;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>A node over HTTP as these tests need it: every request is made once, and what it meets is told.</summary>
internal sealed class NodeApi : IDisposable
{
    private readonly HttpClient _http;

    public NodeApi(Uri address, HttpMessageHandler? handler = null, string? key = null)
    {
        _http = new HttpClient(handler ?? new SocketsHttpHandler()) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Http => _http;

    public async Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs) => (await Send<JobResults>(HttpMethod.Post, "/v1/jobs", jobs)).Results;

    public Task<JobView> Find(string id) => Send<JobView>(HttpMethod.Get, $"/v1/jobs/{id}");

    public Task<JobView> Cancel(string id) => Send<JobView>(HttpMethod.Delete, $"/v1/jobs/{id}");

    public Task<IReadOnlyList<SiteView>> Sites() => Send<IReadOnlyList<SiteView>>(HttpMethod.Get, "/v1/sites");

    public Task<JobReasons> Why(string id) => Send<JobReasons>(HttpMethod.Get, $"/v1/jobs/{id}/why");

    public Task<SiteView> Site(string site) => Send<SiteView>(HttpMethod.Get, $"/v1/sites/{site}");

    public Task<SiteView> Drain(string site, bool isDraining, long? ifVersion = null) =>
        Send<SiteView>(HttpMethod.Patch, $"/v1/sites/{site}", new { draining = isDraining }, "If-Match", ifVersion is { } version ? $"\"{version}\"" : null);

    public Task<IReadOnlyList<PolicyView>> Policies() => Send<IReadOnlyList<PolicyView>>(HttpMethod.Get, "/v1/policies");

    public Task<PolicyView> Publish(string name, string note, string? once = null) =>
        Send<PolicyView>(HttpMethod.Post, "/v1/policies", new { name, note }, "Idempotency-Key", once);

    public Task<PolicyView> Activate(int version) => Send<PolicyView>(HttpMethod.Post, $"/v1/policies/{version}/activate");

    public Task<IReadOnlyList<SiteEnergyView>> Energy() => Send<IReadOnlyList<SiteEnergyView>>(HttpMethod.Get, "/v1/energy");

    public Task<SlotPage> Slots(string site) => Send<SlotPage>(HttpMethod.Get, $"/v1/sites/{site}/energy?limit=1000");

    public Task<IReadOnlyList<BatteryView>> Batteries() => Send<IReadOnlyList<BatteryView>>(HttpMethod.Get, "/v1/batteries");

    public Task<BatteryView> Override(string site, double setPointKw, DateTimeOffset until, string reason) =>
        Send<BatteryView>(HttpMethod.Put, $"/v1/batteries/{site}/override", new { setPointKw, until, reason });

    public Task<BatteryView> Release(string site) => Send<BatteryView>(HttpMethod.Delete, $"/v1/batteries/{site}/override");

    public Task<GenerationJobView> Generate(GenerationSubmission jobs) => Send<GenerationJobView>(HttpMethod.Post, "/v1/generations", jobs);

    public Task<GenerationJobView> Generation(string id) => Send<GenerationJobView>(HttpMethod.Get, $"/v1/generations/{id}");

    public Task<IReadOnlyList<ProviderView>> Providers() => Send<IReadOnlyList<ProviderView>>(HttpMethod.Get, "/v1/providers");

    public Task<LedgerView> Ledger() => Send<LedgerView>(HttpMethod.Get, "/v1/ledger");

    public Task<HostView> Host() => Send<HostView>(HttpMethod.Get, "/v1/host");

    public Task<AgentSession> Register(string site, string agent, int gpus) => Send<AgentSession>(HttpMethod.Post, $"/v1/agents/{site}/register", new { agent, gpus });

    public Task<AgentOrders> Beat(string site, BeatBody beat) => Send<AgentOrders>(HttpMethod.Post, $"/v1/agents/{site}/beat", beat);

    public Task<string> Metrics() => _http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

    public async Task<IReadOnlyList<JobView>> Jobs()
    {
        List<JobView> all = [];
        for (string? after = "", path = "/v1/jobs?limit=1000"; after is not null; path = $"/v1/jobs?limit=1000&after={after}")
        {
            var page = await Send<JobPage>(HttpMethod.Get, path);
            all.AddRange(page.Jobs);
            after = page.Next;
        }

        return all;
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> Send<T>(HttpMethod method, string path, object? body = null, string header = "", string? value = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (value is not null)
            request.Headers.Add(header, value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(ApiJson.Write(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var answer = await Answer(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.IsSuccessStatusCode)
            return JsonSerializer.Deserialize<T>(bytes, ApiJson.Options)!;
        var problem = JsonSerializer.Deserialize<JsonElement>(bytes);
        throw new NodeAnswerException((int)answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds, problem.GetProperty("detail").GetString()!);
    }

    // A connection that is reset in the moment it is made comes out of HttpClient as the socket's own exception.
    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request)
    {
        try
        {
            return await _http.SendAsync(request);
        }
        catch (SocketException e)
        {
            throw new HttpRequestException(e.Message, e);
        }
    }
}
