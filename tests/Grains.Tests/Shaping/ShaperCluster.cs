using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Shaping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace ControlPlane.Grains.Tests.Shaping;

/// <summary>A silo with memory storage whose shapers make a version every fifty steps, and whose steps take as long as a test likes.</summary>
public sealed class ShaperCluster : IAsyncLifetime
{
    private readonly InProcessTestCluster _cluster;

    public ShaperCluster()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("controlplane");
            silo.Services.Configure<RewardShaperOptions>(o => (o.VersionEvery, o.MostVersions, o.Queue, o.MostSteps, o.BeforeStep) = (50, 3, 500, 200, Wait));
        });
        _cluster = builder.Build();
    }

    /// <summary>Set when a step of learning is about to be taken.</summary>
    public ManualResetEventSlim Began { get; } = new();

    /// <summary>Set when it may be.</summary>
    public ManualResetEventSlim Release { get; } = new(initialState: true);

    public IRewardShaperGrain Shaper(string key) => _cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<IRewardShaperGrain>(key);

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync()
    {
        Release.Set();
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        Began.Dispose();
        Release.Dispose();
    }

    private void Wait()
    {
        Began.Set();
        Release.Wait();
    }
}
