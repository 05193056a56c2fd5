using System.Net;
using ControlPlane.Silo.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>A client of a region, which finds the silos in the database as the product's own clients do.</summary>
public sealed class RegionClient : IAsyncDisposable
{
    private readonly IHost _host;

    private RegionClient(IHost host) => _host = host;

    /// <summary>Reaches the region's grains.</summary>
    public IClusterClient Cluster => _host.Services.GetRequiredService<IClusterClient>();

    /// <summary>Connects.</summary>
    /// <param name="database">The region's database.</param>
    /// <param name="region">The region.</param>
    /// <param name="responseTimeout">How long a call waits for its answer; null for Orleans's half a minute.</param>
    public static Task<RegionClient> Connect(string database, string region = "local", TimeSpan? responseTimeout = null) => Connect(client =>
    {
        client.AddControlPlaneClient(region, database);
        if (responseTimeout is { } limit)
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = limit);
    });

    /// <summary>Connects to one gateway on loopback.</summary>
    /// <param name="gatewayPort">Its port.</param>
    public static Task<RegionClient> Connect(int gatewayPort) =>
        Connect(client => client.AddControlPlaneClient("local", new IPEndPoint(IPAddress.Loopback, gatewayPort)));

    private static async Task<RegionClient> Connect(Action<IClientBuilder> find)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleansClient(client =>
        {
            find(client);
            client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1));
        });
        var host = builder.Build();
        await host.StartAsync();
        return new RegionClient(host);
    }

    /// <summary>The silos that take calls.</summary>
    public async Task<IReadOnlyList<SiloAddress>> ActiveSilos() =>
        [.. (await Cluster.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Keys];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
