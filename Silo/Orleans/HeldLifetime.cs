using Microsoft.Extensions.Hosting;

namespace ControlPlane.Silo.Orleans;

/// <summary>The host listens to no signals and writes nothing: the carrier does both.</summary>
internal sealed class HeldLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
