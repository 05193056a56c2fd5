using ControlPlane.Grains.Regions;
using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Silo.Orleans.Plane;

/// <summary>The HTTP API of a silo, where it has one.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly ClusterPlane? _plane;
    private readonly ApiServer? _server;

    private FrontDoor(ClusterPlane? plane, ApiServer? server) => (_plane, _server) = (plane, server);

    /// <summary>Where it listens; null when there is none.</summary>
    public Uri? Address => _server?.Address;

    /// <summary>Opens the region if that was asked for, and the API.</summary>
    /// <param name="silo">The services of the silo, which runs.</param>
    /// <param name="region">Name of the region.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<FrontDoor> Open(IServiceProvider silo, string region, RunRequest request, CancellationToken cancellation)
    {
        var (grains, time) = (silo.GetRequiredService<IGrainFactory>(), silo.GetRequiredService<TimeProvider>());
        if (request.Founding is { } founding)
            await new RegionFounder(region, grains, time).Found(founding, cancellation);
        if (request.Api is not { } settings)
            return new FrontDoor(null, null);
        var plane = new ClusterPlane(region, new RegionCalls(region, grains, silo.GetRequiredService<RegionDirectory>()), time);
        var level = Enum.Parse<LogLevel>(request.LogLevel, ignoreCase: true);
        return new FrontDoor(plane, await ApiServer.Start(plane, settings, time, level, cancellation));
    }

    /// <summary>Takes no more requests; those that have begun get their time to finish.</summary>
    public Task Close() => _server?.Stop() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _plane?.Dispose();
    }
}
