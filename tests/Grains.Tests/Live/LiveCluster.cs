using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
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
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("controlplane");
            silo.UseInMemoryReminderService();
            silo.Services.Configure<ReminderOptions>(o => o.MinimumReminderPeriod = TimeSpan.FromSeconds(1));
            silo.Services.AddControlPlaneGrains();
        });
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
    public async Task<LiveRegion> Open(string policy, double speed)
    {
        var name = Guid.NewGuid().ToString("N");
        var fleet = TestFleets.Small().Fleet;
        var setup = new RegionSetup(fleet.ToWire(), new PolicyRecord(policy, []), 1, 400, 1, Speed: speed);
        await Grains.GetGrain<ICoordinatorGrain>(name).Configure(setup);
        return new LiveRegion(Grains, name, fleet);
    }
}
