using ControlPlane.Grains.Journal;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>Has no attribute of its own: it interleaves calls because its base does.</summary>
[GrainType("account")]
public sealed class AccountGrain : JournalledGrain<Account>, IAccountGrain
{
    private readonly Guid _activation = Guid.NewGuid();
    private readonly List<int> _commits = [];
    private int _arrived;

    public Task<long> Deposit(long id, int amount)
    {
        _arrived++;
        return Perform(a => a.Deposit(id, amount));
    }

    public Task DepositUnseen(long id, int amount)
    {
        Perform(a => a.Deposit(id, amount)).Ignore();
        return Task.CompletedTask;
    }

    public async Task<long> DepositThenBalance(long id, int amount)
    {
        await Perform(a => a.Deposit(id, amount)).ContinueWith(_ => { }, TaskScheduler.Current);
        return await Perform(a => a.Balance);
    }

    public Task<long> Balance()
    {
        _arrived++;
        return Perform(a => a.Balance);
    }

    public Task<long[]> Ids() => Perform(a => a.Ids.ToArray());

    public Task<int> Arrived() => Task.FromResult(_arrived);

    public Task<int[]> Commits() => Task.FromResult(_commits.ToArray());

    public Task<Guid> Activation() => Task.FromResult(_activation);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    protected override Account Create() => new(Log);

    protected override void OnCommitted(Account entity) => _commits.Add(entity.Ids.Count);
}
