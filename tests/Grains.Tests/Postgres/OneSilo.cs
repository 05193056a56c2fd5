using System.Net;
using ControlPlane.Silo;
using ControlPlane.Silo.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>A silo of the product in this process, over a database of its own.</summary>
public sealed class OneSilo(PostgresServer server) : IAsyncLifetime
{
    private IHost? _host;

    /// <summary>The database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>The storage of the control plane's grains.</summary>
    internal IGrainStorage Storage => _host!.Services.GetRequiredKeyedService<IGrainStorage>(SiloCarrier.StorageName);

    /// <summary>The reminder table.</summary>
    internal IReminderTable Reminders => _host!.Services.GetRequiredService<IReminderTable>();

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Missing is not null)
            return;
        Database = await server.CreateDatabase();
        var settings = FreePorts.Settle(new SiloSettings
        {
            Region = "tests",
            Address = IPAddress.Loopback,
            SiloPort = 0,
            GatewayPort = 0,
            Storage = StorageKind.Postgres,
            ConnectionString = Database,
            FailureDetection = FailureDetection.Fast,
        });
        await PostgresSchema.Prepare(new PostgresConnections(Database), settings.Region);
        _host = SiloHost.Build(settings, LogLevel.Error);
        await _host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        _host.Dispose();
    }
}
