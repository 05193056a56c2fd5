namespace ControlPlane.Grains.Tests.Journal;

/// <summary>An <see cref="Account"/> as a durable grain.</summary>
[Alias("controlplane.tests.IAccountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    [Alias(nameof(Deposit))]
    Task<long> Deposit(long id, int amount);

    /// <summary>Deposits without waiting: nobody's call is open while it is made durable.</summary>
    [Alias(nameof(DepositUnseen))]
    Task DepositUnseen(long id, int amount);

    /// <summary>Deposits, and whatever comes of it reads the balance from this same activation.</summary>
    [Alias(nameof(DepositThenBalance))]
    Task<long> DepositThenBalance(long id, int amount);

    [Alias(nameof(Balance))]
    Task<long> Balance();

    [Alias(nameof(Ids))]
    Task<long[]> Ids();

    /// <summary>Calls of <see cref="Deposit"/> and <see cref="Balance"/> that have reached this activation. Does not touch the entity.</summary>
    [Alias(nameof(Arrived))]
    Task<int> Arrived();

    /// <summary>What this activation was told of commits: the number of deposits at each. Does not touch the entity.</summary>
    [Alias(nameof(Commits))]
    Task<int[]> Commits();

    /// <summary>Which activation answers. Does not touch the entity.</summary>
    [Alias(nameof(Activation))]
    Task<Guid> Activation();

    [Alias(nameof(Leave))]
    Task Leave();
}
