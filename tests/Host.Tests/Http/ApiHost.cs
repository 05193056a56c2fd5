using System.Net.Http.Headers;
using System.Text;
using ControlPlane.Silo.Http;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.Streaming;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Host.Tests.Http;

/// <summary>The API over a fake host, on a real server on a free port of the loopback address, with a key of every role.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ApiServer _server;

    private ApiHost(string folder, ApiServer server, IReadOnlyDictionary<Role, string> secrets)
    {
        (_folder, _server, Secrets) = (folder, server, secrets);
        Client = ClientWith(secrets.GetValueOrDefault(Role.Admin));
    }

    public required FakeControlPlane Plane { get; init; }

    /// <summary>A key of each role; the agent's is for the site east. None with <c>--dev</c>.</summary>
    public IReadOnlyDictionary<Role, string> Secrets { get; }

    /// <summary>An administrator.</summary>
    public HttpClient Client { get; }

    public Uri Address => _server.Address;

    public string KeysFile => Path.Combine(_folder, "keys.json");

    public int OpenStreams => _server.Services.GetRequiredService<StreamSlots>().Open;

    public IEnumerable<RouteEndpoint> Endpoints => _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static async Task<ApiHost> Start(Func<ApiSettings, ApiSettings>? change = null, TimeProvider? time = null)
    {
        var folder = Directory.CreateTempSubdirectory("controlplane-http-").FullName;
        var plane = new FakeControlPlane();
        var settings = new ApiSettings
        {
            Port = 0,
            KeysFile = Path.Combine(folder, "keys.json"),
            KeysReload = TimeSpan.Zero,
            Limits = new ApiLimits { RequestsPerSecond = 1e6, RequestBurst = 1_000_000, AnonymousRequestsPerSecond = 1e6, AnonymousBurst = 1_000_000 },
        };
        settings = change?.Invoke(settings) ?? settings;
        var ring = new KeyRing(settings.KeysFile!, TimeProvider.System, TimeSpan.Zero);
        var secrets = new Dictionary<Role, string>();
        foreach (var role in Enum.GetValues<Role>())
            secrets[role] = (await ring.Add($"{role}", role, role == Role.Agent ? "east" : null)).Secret;
        var server = await ApiServer.Start(plane, settings, time, LogLevel.None);
        return new ApiHost(folder, server, settings.Dev ? new Dictionary<Role, string>() : secrets) { Plane = plane };
    }

    /// <summary>A client with a key, or without one.</summary>
    public HttpClient ClientWith(string? secret, Encoding? headers = null)
    {
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => headers };
        var client = new HttpClient(handler) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
        if (secret is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>A client with a role.</summary>
    public HttpClient ClientOf(Role role) => ClientWith(Secrets[role]);

    public Task<ApiReply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, body: null, headers);

    public Task<ApiReply> Post(string path, string? body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<ApiReply> Send(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers) => Send(Client, method, path, body, headers);

    public static async Task<ApiReply> Send(HttpClient client, HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        return new ApiReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), all);
    }

    public Task Stop() => _server.Stop();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
