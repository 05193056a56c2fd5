using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Training;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace ControlPlane.Grains.Tests.Training;

/// <summary>A silo with memory storage whose regions have trainers that take a snapshot every hundred decisions, and a judge that takes as long as a test likes.</summary>
public sealed class TrainerCluster : IAsyncLifetime, ISnapshotJudge
{
    private readonly InProcessTestCluster _cluster;

    public TrainerCluster()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("controlplane");
            silo.Services.Configure<PolicyGrainOptions>(o => o.BoardEvery = o.CoordinatorEvery = TimeSpan.FromMilliseconds(5));
            silo.Services.Configure<RegionTrainerOptions>(o =>
            {
                o.Training = new LiveTrainingSettings
                {
                    Live = new LiveSettings { WarmUp = 256, Capacity = 1_000, Width = 8 }, Every = 100, Pause = TimeSpan.Zero, Queue = 200, Share = 1,
                };
                (o.Judge, o.TellEvery) = (this, TimeSpan.FromMilliseconds(5));
            });
        });
        _cluster = builder.Build();
    }

    public IGrainFactory Grains => _cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>Set when a snapshot is being measured.</summary>
    public ManualResetEventSlim Began { get; } = new();

    /// <summary>Set when measuring may end.</summary>
    public ManualResetEventSlim Release { get; } = new(initialState: true);

    public (double Model, double Deciding, double ModelEnergyAbove) Measure(ILearnedModel model, PolicySpec deciding, double unitsPerS, CancellationToken cancellation)
    {
        Began.Set();
        Release.Wait(cancellation);
        return (0.4, 0.5, 0.3);
    }

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync()
    {
        Release.Set();
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        Began.Dispose();
        Release.Dispose();
    }
}
