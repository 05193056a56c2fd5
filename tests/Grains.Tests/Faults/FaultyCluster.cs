using ControlPlane.Grains.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using Orleans.TestingHost;

namespace ControlPlane.Grains.Tests.Faults;

/// <summary>A cluster inside the test process whose durable grains keep their state in memory, behind a <see cref="FaultyStorage"/>.</summary>
internal sealed class FaultyCluster : IAsyncDisposable
{
    private const string Inner = "memory";
    private readonly InProcessTestCluster _cluster;

    private FaultyCluster(InProcessTestCluster cluster, StorageFaults faults)
    {
        _cluster = cluster;
        Faults = faults;
    }

    public StorageFaults Faults { get; }

    public IGrainFactory Grains => _cluster.Client;

    /// <summary>Starts a cluster without faults.</summary>
    /// <param name="silos">Number of silos, ≥ 1.</param>
    /// <param name="configure">Changes the options of the journal.</param>
    public static async Task<FaultyCluster> Start(int silos = 1, Action<JournalOptions>? configure = null)
    {
        var faults = new StorageFaults(0);
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        // Faults are what these tests are about: their warnings are noise.
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.None));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(Inner);
            silo.Services.AddKeyedSingleton<IGrainStorage>(
                new JournalOptions().Storage, (services, _) => new FaultyStorage(services.GetRequiredKeyedService<IGrainStorage>(Inner), faults));
            if (configure is not null)
                silo.Services.Configure(configure);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new FaultyCluster(cluster, faults);
    }

    /// <summary>Ends the activation of a grain, as after a while without calls.</summary>
    public Task Deactivate(IAddressable grain) => _cluster.DeactivateAsync(grain.GetGrainId());

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
