using ControlPlane.Client.Hosting;
using ControlPlane.Client.Regions;
using ControlPlane.Grains.Interfaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>A client of a region's cluster. It knows all gateways from the start and goes on over the others when one is gone.</summary>
internal sealed class RegionConnection : IDisposable
{
    // As the silos have it: a call to a silo that was lost waits for it.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    // How soon a gateway that came back is used again.
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(2);
    // A client that asked a dead gateway first what grains there are asks the next one after this.
    private static readonly TimeSpan ManifestRefresh = TimeSpan.FromSeconds(1);

    // Of a gateway that neither answers nor refuses.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly IHost _host;

    private RegionConnection(IHost host, RegionTarget target, CancellationToken cancellation)
    {
        _host = host;
        Target = target;
        Cancellation = cancellation;
        Grains = host.Services.GetRequiredService<IClusterClient>();
        Calls = new GrainCalls(target, TimeProvider.System, cancellation);
    }

    /// <summary>The region.</summary>
    public RegionTarget Target { get; }

    /// <summary>Reaches its grains.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>Makes calls until they are answered.</summary>
    public GrainCalls Calls { get; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Owner of its fleet and policies.</summary>
    public ICoordinatorGrain Coordinator => Grains.GetGrain<ICoordinatorGrain>(Target.Region);

    /// <summary>Connects.</summary>
    /// <param name="target">The region.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RegionUnreachableException">No gateway answers for this region.</exception>
    public static RegionConnection Open(RegionTarget target, CancellationToken cancellation)
    {
        var host = Build(target);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ConnectTimeout);
        try
        {
            host.StartAsync(limit.Token).GetAwaiter().GetResult();
            return new RegionConnection(host, target, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && GrainCalls.IsPassing(e))
        {
            host.Dispose();
            throw new RegionUnreachableException(
                $"no silo of region '{target.Region}' answers at {string.Join(", ", target.Gateways)}: is 'controlplane-silo --region {target.Region}' running there?");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var limit = new CancellationTokenSource(Farewell);
        try
        {
            _host.StopAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is OperationCanceledException || GrainCalls.IsPassing(e))
        {
            // A gateway that is gone cannot be told goodbye.
        }

        _host.Dispose();
    }

    private static IHost Build(RegionTarget target)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (target.Region, RegionCluster.ServiceId));
            client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = GatewayRefresh);
            client.Configure<TypeManagementOptions>(o => o.TypeMapRefreshInterval = ManifestRefresh);
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
            // Orleans would try for three minutes; whoever wants that calls again.
            client.UseConnectionRetryFilter((_, _) => Task.FromResult(false));
            client.UseStaticClustering([.. target.Gateways]);
        });
        return builder.Build();
    }
}
