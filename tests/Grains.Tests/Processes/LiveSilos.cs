using ControlPlane.Grains.Tests.Live;
using ControlPlane.Grains.Tests.Postgres;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>The silos of one region as processes over a database, with a client that does not wait long for the dead.</summary>
internal sealed class LiveSilos : IAsyncDisposable
{
    private const int StartAttempts = 3;
    private readonly List<SiloProcess> _silos = [];
    private readonly List<Task> _starting = [];

    private LiveSilos(string database) => Database = database;

    /// <summary>Connection string.</summary>
    public string Database { get; }

    /// <summary>Reaches the region.</summary>
    public RegionClient Client { get; private set; } = null!;

    /// <summary>Silos that take calls.</summary>
    public int Ready
    {
        get
        {
            lock (_silos)
                return _silos.Count;
        }
    }

    /// <summary>Starts silos over an empty database.</summary>
    public static async Task<LiveSilos> Start(PostgresServer server, int count)
    {
        var silos = new LiveSilos(await server.CreateDatabase());
        await silos.Add(count);
        silos.Client = await RegionClient.Connect(silos.Database, responseTimeout: TimeSpan.FromSeconds(3));
        await Eventually.Holds($"{count} silos are active", async () => (await silos.Client.ActiveSilos()).Count == count);
        return silos;
    }

    /// <summary>Configures a region, with the small fleet.</summary>
    public Task<LiveRegion> Open(double speed, double leaseS, double marginS) =>
        LiveRegion.Open(Client.Cluster, "least-loaded", speed, leaseS, marginS);

    /// <summary>Starts further silos and waits until they take calls.</summary>
    public Task Add(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Add()));

    /// <summary>Starts another silo and does not wait for it.</summary>
    public void Replace() => _starting.Add(Add());

    /// <summary>Waits for all that are starting.</summary>
    public Task AllStarted() => Task.WhenAll(_starting);

    /// <summary>SIGKILL to a silo that takes calls.</summary>
    public async Task Kill(Func<IReadOnlyList<SiloProcess>, SiloProcess> choose)
    {
        var silo = Take(choose);
        silo.Kill();
        await silo.DisposeAsync();
    }

    /// <summary>SIGTERM to a silo that takes calls, until it has ended.</summary>
    public async Task<SiloEnd> Drain(Func<IReadOnlyList<SiloProcess>, SiloProcess> choose)
    {
        await using var silo = Take(choose);
        return await silo.Terminate();
    }

    /// <summary>Silo port of the silo where a grain is.</summary>
    public async Task<int> Where(IAddressable grain) =>
        (await Insistence.Until(() => Client.Cluster.GetGrain<IManagementGrain>(0).GetActivationAddress(grain).AsTask(), address => address is not null))!.Endpoint.Port;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_starting).ContinueWith(_ => { }, TaskScheduler.Default);
        if (Client is not null)
            await Client.DisposeAsync();
        foreach (var silo in _silos)
            await silo.DisposeAsync();
    }

    // As a supervisor does: a silo that could not join, because others were dying meanwhile, is started again.
    private async Task Add()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var silo = await SiloProcess.Start(Database, "--response-timeout", "2s");
                lock (_silos)
                    _silos.Add(silo);
                return;
            }
            catch (InvalidOperationException) when (attempt < StartAttempts)
            {
            }
        }
    }

    private SiloProcess Take(Func<IReadOnlyList<SiloProcess>, SiloProcess> choose)
    {
        lock (_silos)
        {
            var silo = choose(_silos);
            _silos.Remove(silo);
            return silo;
        }
    }
}
