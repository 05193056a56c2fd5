using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Tests.Faults;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>No answer tells of anything that is not durable, and an activation that does not know what is stored goes.</summary>
[Collection(nameof(AccountTests))]
public sealed class DurableReplyTests : AccountTests
{
    [Theory]
    [InlineData(nameof(StorageFault.Before), 0)]
    [InlineData(nameof(StorageFault.Conflict), 0)]
    [InlineData(nameof(StorageFault.After), 7)]
    public async Task A_failed_write_is_an_unknown_outcome_and_a_new_activation_has_what_is_stored(string fault, long balance)
    {
        var before = await Account.Activation();
        Faults.Next(Enum.Parse<StorageFault>(fault));
        var error = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Account.Deposit(1, 7));
        Assert.Equal("account/north", error.Grain);
        Assert.Equal(balance, await Retried(() => Account.Balance()));
        Assert.NotEqual(before, await Account.Activation());
        Assert.Equal(7, await Account.Deposit(1, 7));
    }

    [Fact]
    public async Task A_read_waits_for_what_it_sees()
    {
        var held = Faults.Hold();
        Faults.Next(StorageFault.Before);
        var deposit = Account.Deposit(1, 7);
        await held;
        var read = Account.Balance();
        await UntilArrived(2);
        Faults.Release();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => deposit);
        // It must not have been answered from the state that was lost.
        Assert.True(await Record.ExceptionAsync(() => read) is OutcomeUnknownException || await read == 0);
    }

    [Fact]
    public async Task An_activation_that_is_to_go_answers_nothing_any_more()
    {
        Faults.Next(StorageFault.Before);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Account.DepositThenBalance(1, 7));
        Assert.Equal(7, await Retried(() => Account.DepositThenBalance(1, 7)));
    }

    [Fact]
    public async Task A_refusal_or_a_repetition_in_the_batch_of_a_write_that_fails_is_unknown_too()
    {
        var held = Faults.Hold();
        Faults.Next(StorageFault.None, StorageFault.Before);
        var first = Account.Deposit(1, 7);
        await held;
        var batch = new[] { Account.Deposit(2, 7), Account.Deposit(2, 7), Account.Deposit(3, -7), Account.Balance() };
        await UntilArrived(5);
        Faults.Release();
        Assert.Equal(7, await first);
        foreach (var call in batch)
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => call);
        Assert.Equal(7, await Retried(() => Account.Balance()));
    }

    [Fact]
    public async Task An_operation_that_is_refused_fails_for_its_own_caller_alone()
    {
        var activation = await Account.Activation();
        var held = Faults.Hold();
        var first = Account.Deposit(1, 7);
        await held;
        Task<long>[] batch = [Account.Deposit(2, 7), Account.Deposit(3, -7), Account.Deposit(4, 7)];
        await UntilArrived(4);
        Faults.Release();
        await Task.WhenAll(first, batch[0], batch[2]);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => batch[1]);
        Assert.Equal([1, 2, 4], (await Account.Ids()).Order());
        Assert.Equal(activation, await Account.Activation());
    }

    [Theory]
    [InlineData(Journal.Account.FailsAfterLogging)]
    [InlineData(Journal.Account.FailsWhileLogging)]
    public async Task An_entity_that_fails_in_the_middle_of_an_operation_is_loaded_anew(int amount)
    {
        await Account.Deposit(1, 7);
        var activation = await Account.Activation();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Account.Deposit(2, amount));
        Assert.Equal(1, Assert.Single(await Retried(() => Account.Ids())));
        Assert.NotEqual(activation, await Account.Activation());
        Assert.Equal(14, await Account.Deposit(3, 7));
    }

    [Fact]
    public async Task What_was_committed_is_there_in_the_next_activation()
    {
        for (var id = 0; id < 40; id++)
        {
            Assert.Equal(3 * (id + 1), await Account.Deposit(id, 3));
            await Cluster.Deactivate(Account);
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(id => (long)id), await Account.Ids());
    }

    [Fact]
    public async Task An_activation_leaves_only_when_its_last_operation_is_durable()
    {
        await Account.Balance();
        var held = Faults.Hold();
        await Account.DepositUnseen(1, 7);
        await held;
        await Account.Leave();
        // The next activation answers this. Given time to answer too early, it must not.
        var read = Account.Balance();
        await Task.WhenAny(read, Task.Delay(200));
        Faults.Release();
        Assert.Equal(7, await read);
    }

    private static async Task<T> Retried<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (OutcomeUnknownException)
            {
                // The old activation is not gone yet.
            }
        }
    }
}
