using ControlPlane.Grains.Tests.Live;
using ControlPlane.Grains.Tests.Postgres;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>
/// The silos of one cluster as processes over a database, shared by tests that each have a region of their own, with a client that does not wait long for the dead.
/// </summary>
public sealed class LiveSilos(PostgresServer server) : IAsyncLifetime
{
    private const int StartAttempts = 3;
    private readonly List<SiloProcess> _silos = [];
    private readonly List<Task> _starting = [];

    /// <summary>Connection string.</summary>
    public string Database { get; private set; } = "";

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

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Missing is not null)
            return;
        Database = await server.CreateDatabase();
        await Add(2);
        Client = await RegionClient.Connect(Database, responseTimeout: TimeSpan.FromSeconds(3));
    }

    /// <summary>Starts silos until there are as many at least, and waits until those that earlier tests killed are dead.</summary>
    public async Task Require(int count)
    {
        await Add(Math.Max(0, count - Ready));
        await Eventually.Holds("the living silos are active and no others", async () => (await Client.ActiveSilos()).Count == Ready);
    }

    /// <summary>Configures a region, with the small fleet.</summary>
    public Task<LiveRegion> Open(double speed, double leaseS, double marginS) =>
        LiveRegion.Open(Client.Cluster, "least-loaded", speed, leaseS, marginS);

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

    public async Task DisposeAsync()
    {
        await Task.WhenAll(_starting).ContinueWith(_ => { }, TaskScheduler.Default);
        if (Client is not null)
            await Client.DisposeAsync();
        foreach (var silo in _silos)
            await silo.DisposeAsync();
    }

    private Task Add(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Add()));

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
