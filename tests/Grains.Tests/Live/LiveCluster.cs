using ControlPlane.Grains.Regions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>A cluster of two silos inside the test process, on memory storage, for regions whose clock goes fast.</summary>
public sealed class LiveCluster : IAsyncLifetime
{
    private readonly InProcessTestCluster _cluster;

    public LiveCluster()
        : this(silo => silo.AddMemoryGrainStorage("controlplane"))
    {
    }

    /// <summary>One whose calls or storage a test disturbs.</summary>
    /// <param name="configureSilo">Gives its silos a storage named controlplane, and what else they need.</param>
    /// <param name="configureClient">Gives its client what it needs.</param>
    internal LiveCluster(Action<ISiloBuilder> configureSilo, Action<IClientBuilder>? configureClient = null)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        // Where faults are what a test is about, their warnings are noise.
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(configureClient is null ? LogLevel.Error : LogLevel.None));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseInMemoryReminderService();
            silo.Services.Configure<ReminderOptions>(o => o.MinimumReminderPeriod = TimeSpan.FromSeconds(1));
            silo.Services.AddControlPlaneGrains();
            configureSilo(silo);
        });
        if (configureClient is not null)
            builder.ConfigureClient(configureClient);
        _cluster = builder.Build();
    }

    /// <summary>Reaches the grains.</summary>
    public IGrainFactory Grains => _cluster.Client;

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    /// <summary>Configures a region of its own for a test, with the small fleet.</summary>
    /// <param name="policy">Its policy.</param>
    /// <param name="speed">How fast its clock goes.</param>
    /// <param name="leaseS">Length of a lease, seconds of the wall clock.</param>
    /// <param name="marginS">What an ingress waits beyond its end, seconds of the wall clock.</param>
    public Task<LiveRegion> Open(string policy, double speed, double leaseS = 120, double marginS = 10) =>
        LiveRegion.Open(Grains, policy, speed, leaseS, marginS);
}
