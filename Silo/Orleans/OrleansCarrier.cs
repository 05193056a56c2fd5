using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Orleans.Plane;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Silo.Orleans;

/// <summary>The control plane as Orleans grains: this process is one silo of its region's cluster.</summary>
internal sealed class OrleansCarrier : ICarrier
{
    public string Schema => PostgresSchema.Text;

    public Task<bool> ApplySchema(string connectionString) => PostgresSchema.Prepare(new PostgresConnections(connectionString), region: null);

    public async Task<int> Run(RunRequest request, Streams streams)
    {
        using var signals = new Signals(streams.Error, "draining: grains finish what they do");
        try
        {
            var settings = FreePorts.Settle(request.Settings);
            if (settings is { Storage: StorageKind.Postgres, ConnectionString: { } database })
                await Enter(settings, new PostgresConnections(database), streams.Error, signals.Token);
            using var host = SiloHost.Build(settings, Enum.Parse<LogLevel>(request.LogLevel, ignoreCase: true), request.Founding, request.Trainer);
            await host.StartAsync(signals.Token);
            await using var door = await FrontDoor.Open(host.Services, settings.Region, request, signals.Token);
            var ready = new ReadyLine(settings, Environment.ProcessId, door.Address);
            await streams.Out.WriteLineAsync(request.Json ? ready.Json : ready.Text);
            await streams.Out.FlushAsync();
            ServiceManager.Tell(ServiceManager.Ready, streams.Error);
            return await RunToEnd(host, door, settings, streams.Error, signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            // Asked to stop before it was ready: there is nothing to drain.
            return ExitCode.Success;
        }
    }

    private static async Task Enter(SiloSettings settings, PostgresConnections database, TextWriter error, CancellationToken signal)
    {
        await PostgresSchema.Prepare(database, settings.Region, signal);
        await Predecessors.Await(settings, database, error, signal);
    }

    private static async Task<int> RunToEnd(IHost host, FrontDoor door, SiloSettings settings, TextWriter error, CancellationToken signal)
    {
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(signal, stopping);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = end.Token.Register(ended.SetResult);
        await ended.Task;
        // Requests that have begun still need the grains.
        await door.Close();
        var code = await SiloHost.Drain(host, settings, error);
        if (signal.IsCancellationRequested)
            return code;
        await error.WriteLineAsync("error: the silo stopped by itself");
        return ExitCode.Failure;
    }
}
