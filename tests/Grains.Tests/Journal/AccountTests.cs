using ControlPlane.Grains.Tests.Faults;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>A cluster of one silo with account grains. Every test has an account of its own.</summary>
public abstract class AccountTests : IAsyncLifetime
{
    private FaultyCluster? _cluster;

    private protected FaultyCluster Cluster => _cluster!;

    private protected StorageFaults Faults => Cluster.Faults;

    private protected IAccountGrain Account { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _cluster = await FaultyCluster.Start();
        Account = Cluster.Grains.GetGrain<IAccountGrain>("north");
    }

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    /// <summary>Waits until calls have reached the activation and are waiting there.</summary>
    private protected async Task UntilArrived(int calls)
    {
        while (await Account.Arrived() < calls)
            await Task.Yield();
    }
}
