using ControlPlane.Grains.Regions;
using ControlPlane.Grains.Training;
using ControlPlane.Policies.Catalog;
using ControlPlane.Silo.Embedded.Node.Training;
using ControlPlane.Silo.Hosting;
using ControlPlane.Simulation.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ControlPlane.Silo.Orleans;

/// <summary>The process around a silo: reads no files and no environment of its own, logs to stderr.</summary>
internal static class SiloHost
{
    /// <summary>Builds it.</summary>
    /// <param name="settings">The silo; ports are given.</param>
    /// <param name="level">The least level that is logged.</param>
    /// <param name="founding">The fleet that was named, whose prices and weather this silo knows; null for none.</param>
    /// <param name="trainer">How the region's trainer learns; null for no trainer.</param>
    public static IHost Build(SiloSettings settings, LogLevel level, Founding? founding = null, TrainerChoice? trainer = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "controlplane-silo" });
        builder.Logging.SetMinimumLevel(level).AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            o.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.DrainTimeout);
        builder.Services.AddSingleton<IHostLifetime, HeldLifetime>();
        if (founding is not null)
            Count(builder.Services, founding.ReadScenario(), founding.RepeatsSignals);
        if (founding is not null && trainer is not null)
            Train(builder.Services, trainer.For(founding.ReadScenario(), folder: null));
        builder.UseOrleans(silo => silo.AddControlPlaneSilo(settings));
        return builder.Build();
    }

    private static void Count(IServiceCollection services, Scenario scenario, bool isRepeated) => services.Configure<EnergyOptions>(o =>
    {
        o.Desk = o.Desk with { SlotS = scenario.Energy?.SlotS ?? o.Desk.SlotS };
        o.Dispatch = ScenarioSignals.Dispatch(scenario, isRepeated);
    });

    private static void Train(IServiceCollection services, TrainerSettings settings) => services.Configure<RegionTrainerOptions>(o =>
    {
        o.Training = settings;
        o.Judge = new HeldOutJudge(settings.Scenario, settings.HeldOutJobs, PolicyCatalog.All);
    });

    /// <summary>Stops it: grains finish within the drain time-out.</summary>
    /// <param name="host">The host.</param>
    /// <param name="settings">The silo.</param>
    /// <param name="error">Where to say that it took too long.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Drain(IHost host, SiloSettings settings, TextWriter error)
    {
        using var limit = new CancellationTokenSource(settings.DrainTimeout);
        try
        {
            await host.StopAsync(limit.Token).WaitAsync(settings.DrainTimeout + TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            // Said below: whatever kept it, the time is over.
        }

        if (!limit.IsCancellationRequested)
            return ExitCode.Success;
        await error.WriteLineAsync($"error: not drained within {settings.DrainTimeout.TotalSeconds:0.#} s (--drain-timeout): what was not written is lost");
        return ExitCode.Failure;
    }
}
