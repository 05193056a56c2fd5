using System.Collections.Concurrent;
using ControlPlane.Contract.Tests;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Core.Internal;
using Orleans.TestingHost;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>Two silos with memory storage, whose workers look every few milliseconds whether something is new. Regions can be cut off from their workers.</summary>
public sealed class DecisionCluster : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, int> _refused = [];
    private readonly InProcessTestCluster _cluster;

    public DecisionCluster()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("controlplane");
            silo.AddIncomingGrainCallFilter(Refuse);
            silo.Services.Configure<PolicyGrainOptions>(o =>
            {
                o.BoardEvery = o.CoordinatorEvery = TimeSpan.FromMilliseconds(5);
                o.Catalog = Adversary.Catalog;
            });
        });
        _cluster = builder.Build();
    }

    /// <summary>A policy that does wrong as it is told to, beside the product's.</summary>
    internal Adversary Adversary { get; } = new();

    /// <summary>Reaches the cluster as a grain of the first silo does: its workers answer.</summary>
    public IGrainFactory Grains => Of(0);

    /// <summary>Reaches the cluster as a grain of a silo does.</summary>
    public IGrainFactory Of(int silo) => _cluster.Silos[silo].ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>From now on the region's coordinator and board answer no one.</summary>
    public void CutOff(string region) => _refused[region] = 0;

    /// <summary>They answer again.</summary>
    public void Reconnect(string region) => _refused.TryRemove(region, out _);

    /// <summary>Calls that a region which is cut off has refused.</summary>
    public int Refused(string region) => _refused[region];

    /// <summary>Takes a grain's activation away; the next call finds a new one.</summary>
    public static async Task Lose(IGrainWithStringKey grain) => await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

    /// <summary>Asks again and again until the answer is as expected; each answer costs a call, so that the wait is short.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> isExpected)
    {
        using var end = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await ask();
            if (isExpected(answer))
                return answer;
            await Task.Delay(1, end.Token);
        }
    }

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync()
    {
        Adversary.Dispose();
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    private Task Refuse(IIncomingGrainCallContext call)
    {
        if (call.TargetId.Key.ToString() is { } region && call.Grain is ICoordinatorGrain or IFleetBoardGrain && _refused.ContainsKey(region))
        {
            _refused.AddOrUpdate(region, 1, (_, n) => n + 1);
            throw new TimeoutException("cut off by the test");
        }

        return call.Invoke();
    }
}
