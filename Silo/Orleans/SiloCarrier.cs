using System.Net;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Regions;
using ControlPlane.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace ControlPlane.Silo.Orleans;

/// <summary>How a silo of the control plane is put together from the parts of Orleans; for the program and for clusters inside tests.</summary>
public static class SiloCarrier
{
    /// <summary>Name of the storage where grains of the control plane keep what must last.</summary>
    public const string StorageName = "controlplane";

    private const string Npgsql = "Npgsql";
    private static readonly TimeSpan LongestDeactivation = TimeSpan.FromSeconds(30);

    /// <summary>Everything: identity, end points, clustering, failure detection, storage and reminders. The database must have its schema.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="settings">How it is set up; ports are given.</param>
    public static ISiloBuilder AddControlPlaneSilo(this ISiloBuilder silo, SiloSettings settings)
    {
        silo.Configure<ClusterOptions>(o => Identify(o, settings.Region));
        silo.Configure<EndpointOptions>(o =>
        {
            o.AdvertisedIPAddress = settings.Address;
            o.SiloPort = settings.SiloPort;
            o.GatewayPort = settings.GatewayPort;
        });
        if (settings.Storage == StorageKind.Postgres)
        {
            var database = Database(settings).Membership;
            silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Npgsql, database));
        }
        else
        {
            silo.UseDevelopmentClustering(settings.Join ?? new IPEndPoint(settings.Address, settings.SiloPort));
        }

        return silo.AddControlPlaneStorage(settings);
    }

    /// <summary>The grains, their storage and reminders, failure detection and time-outs only, for a cluster that finds its silos in another way, such as Orleans's TestCluster.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="settings">How it is set up; region, address, ports and <see cref="SiloSettings.Join"/> are not used.</param>
    public static ISiloBuilder AddControlPlaneStorage(this ISiloBuilder silo, SiloSettings settings)
    {
        silo.Configure<ClusterMembershipOptions>(o => Watch(o, settings.FailureDetection));
        silo.Configure<ReminderOptions>(o => o.MinimumReminderPeriod = settings.FailureDetection.LeastReminderPeriod);
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = settings.ResponseTimeout);
        silo.Configure<GrainCollectionOptions>(o =>
            o.DeactivationTimeout = settings.DrainTimeout < LongestDeactivation ? settings.DrainTimeout : LongestDeactivation);
        silo.Services.AddControlPlaneGrains().Configure<LiveOptions>(o => o.RemindEvery = settings.FailureDetection.LeastReminderPeriod);
        return settings.Storage == StorageKind.Postgres ? AddPostgres(silo, Database(settings).Storage) : AddMemory(silo);
    }

    /// <summary>A client of a region whose silos are found in its database.</summary>
    /// <param name="client">The client.</param>
    /// <param name="region">The region.</param>
    /// <param name="connectionString">Its database.</param>
    public static IClientBuilder AddControlPlaneClient(this IClientBuilder client, string region, string connectionString)
    {
        var database = new PostgresConnections(connectionString).Membership;
        client.Configure<ClusterOptions>(o => Identify(o, region));
        return client.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Npgsql, database));
    }

    /// <summary>A client of a region of which one gateway is known.</summary>
    /// <param name="client">The client.</param>
    /// <param name="region">The region.</param>
    /// <param name="gateway">Address and gateway port of a silo.</param>
    public static IClientBuilder AddControlPlaneClient(this IClientBuilder client, string region, IPEndPoint gateway)
    {
        client.Configure<ClusterOptions>(o => Identify(o, region));
        return client.UseStaticClustering(gateway);
    }

    private static void Identify(ClusterOptions options, string region) => (options.ClusterId, options.ServiceId) = (region, RegionCluster.ServiceId);

    private static void Watch(ClusterMembershipOptions options, FailureDetection detection)
    {
        options.ProbeTimeout = detection.ProbeTimeout;
        options.NumMissedProbesLimit = detection.MissedProbes;
        options.TableRefreshTimeout = detection.TableRefresh;
        options.IAmAliveTablePublishTimeout = detection.Heartbeat;
    }

    private static ISiloBuilder AddPostgres(ISiloBuilder silo, string database)
    {
        silo.UseAdoNetReminderService(o => (o.Invariant, o.ConnectionString) = (Npgsql, database));
        return silo.AddAdoNetGrainStorage(StorageName, options => InBinary(options).Configure(o => (o.Invariant, o.ConnectionString) = (Npgsql, database)));
    }

    private static ISiloBuilder AddMemory(ISiloBuilder silo)
    {
        silo.UseInMemoryReminderService();
        return silo.AddMemoryGrainStorage(StorageName, options => InBinary(options));
    }

    // Orleans stores JSON unless told otherwise, in which bytes are Base64: a third more to write and slower to read.
    private static OptionsBuilder<T> InBinary<T>(OptionsBuilder<T> options)
        where T : class, IStorageProviderSerializerOptions =>
        options.Configure<Serializer>((o, serializer) => o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer));

    private static PostgresConnections Database(SiloSettings settings) =>
        new(settings.ConnectionString ?? throw new InputException("--storage postgres needs a connection string"));
}
