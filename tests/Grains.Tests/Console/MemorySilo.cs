using System.Net;
using ControlPlane.Silo;
using ControlPlane.Silo.Orleans;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Grains.Tests.Console;

/// <summary>A silo of the product in this process, in memory, with a gateway that clients reach over TCP.</summary>
public sealed class MemorySilo : IAsyncLifetime
{
    private IHost? _host;

    /// <summary>The console, connected to it.</summary>
    internal RegionConsole Console { get; private set; } = new([]);

    /// <summary>Its gateway's port.</summary>
    public int GatewayPort { get; private set; }

    public async Task InitializeAsync()
    {
        var settings = FreePorts.Settle(new SiloSettings
        {
            Address = IPAddress.Loopback,
            SiloPort = 0,
            GatewayPort = 0,
            FailureDetection = FailureDetection.Fast,
        });
        _host = SiloHost.Build(settings, LogLevel.Error);
        await _host.StartAsync();
        GatewayPort = settings.GatewayPort;
        Console = new RegionConsole([GatewayPort]);
    }

    public async Task DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
    }
}
