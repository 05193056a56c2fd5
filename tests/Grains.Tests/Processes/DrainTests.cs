using ControlPlane.Silo;
using ControlPlane.Silo.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>A silo that is asked to stop lets its grains finish, but not for ever.</summary>
public sealed class DrainTests
{
    private readonly string _key = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Grains_finish_before_the_silo_has_stopped()
    {
        var write = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LastWordGrain.WaitsFor[_key] = write.Task;
        var settings = Settings(TimeSpan.FromMinutes(1));
        using var host = await Start(settings);
        using var error = new StringWriter();
        var drained = SiloHost.Drain(host, settings, error);
        Assert.False(drained.IsCompleted);
        write.SetResult();
        Assert.Equal(0, await drained);
        Assert.True(LastWordGrain.Finished.ContainsKey(_key));
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task A_grain_that_never_finishes_is_given_up_and_said_so()
    {
        LastWordGrain.WaitsFor[_key] = new TaskCompletionSource().Task;
        var settings = Settings(TimeSpan.FromSeconds(1));
        using var host = await Start(settings);
        using var error = new StringWriter();
        Assert.Equal(1, await SiloHost.Drain(host, settings, error));
        Assert.Equal("error: not drained within 1 s (--drain-timeout): what was not written is lost", error.ToString().TrimEnd());
        Assert.False(LastWordGrain.Finished.ContainsKey(_key));
    }

    private static SiloSettings Settings(TimeSpan drain) => FreePorts.Settle(new SiloSettings { SiloPort = 0, GatewayPort = 0, DrainTimeout = drain });

    private async Task<IHost> Start(SiloSettings settings)
    {
        var host = SiloHost.Build(settings, LogLevel.None);
        await host.StartAsync();
        await host.Services.GetRequiredService<IGrainFactory>().GetGrain<ILastWordGrain>(_key).Wake();
        return host;
    }
}
