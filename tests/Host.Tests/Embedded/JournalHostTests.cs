using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>What a caller of a journalled state machine may rely on, with a store that fails as it is told.</summary>
public sealed class JournalHostTests
{
    private readonly MemoryStorage _storage = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task Operations_that_wait_share_one_commit()
    {
        await using var host = await Open();
        var first = await HoldFirstCommit(host);
        var others = Enumerable.Range(2, 100).Select(i => host.Perform(t => t.Add(i)).AsTask()).ToArray();
        _gate.SetResult();
        Assert.Equal(0, await first);
        Assert.Equal(Enumerable.Range(1, 100), await Task.WhenAll(others));
        Assert.Equal([1, 100], _storage.Batches.Select(b => b.Count));
    }

    [Fact]
    public async Task Nothing_is_answered_before_it_is_durable_not_even_what_only_reads()
    {
        await using var host = await Open();
        var first = await HoldFirstCommit(host);
        var read = host.Perform(t => t.Sum).AsTask();
        Assert.False(first.IsCompleted);
        Assert.False(read.IsCompleted);
        _gate.SetResult();
        Assert.Equal(1, await read);
        Assert.Single(_storage.Batches);
    }

    [Fact]
    public async Task Reading_writes_nothing()
    {
        await using var host = await Open();
        Assert.Equal(0, await host.Perform(t => t.Sum));
        Assert.Empty(_storage.Batches);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_says_when_to_come_back()
    {
        await using var host = await Open(new JournalHostOptions { Capacity = 3 });
        var first = await HoldFirstCommit(host);
        var waiting = Enumerable.Range(2, 3).Select(i => host.Perform(t => t.Add(i)).AsTask()).ToArray();
        Assert.Equal(3, host.QueueLength);
        Assert.False(host.TryPerform(t => t.Add(5), out _, out var refusal));
        Assert.Equal(RefusalReason.Busy, refusal!.Reason);
        Assert.True(refusal.RetryAfter > TimeSpan.Zero);
        var thrown = await Assert.ThrowsAsync<NotPerformedException>(async () => await host.Perform(t => t.Add(5)));
        Assert.Equal(RefusalReason.Busy, thrown.Refusal.Reason);
        _gate.SetResult();
        await first;
        await Task.WhenAll(waiting);
        Assert.True(await Has(host, 1, 2, 3, 4));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_failed_commit_the_state_is_what_is_stored(bool isStored)
    {
        await using var host = await Open();
        await host.Perform(t => t.Add(1));
        var entered = new TaskCompletionSource();
        Func<Task> fail = async () =>
        {
            entered.SetResult();
            await _gate.Task;
            throw MemoryStorage.Failure();
        };
        _storage.BeforeAppend = isStored ? null : fail;
        _storage.AfterAppend = isStored ? fail : null;
        var unknown = host.Perform(t => t.Add(2)).AsTask();
        await entered.Task;
        var notBegun = host.Perform(t => t.Add(3)).AsTask();
        _gate.SetResult();
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => unknown);
        // What had not begun had no effect, and its caller is told so.
        Assert.Equal(RefusalReason.Unavailable, (await Assert.ThrowsAsync<NotPerformedException>(() => notBegun)).Refusal.Reason);
        await Eventually(() => host.Health.Condition == JournalCondition.Serving);
        Assert.True(await Has(host, isStored ? [1, 2] : [1]));
        Assert.Equal(2, _storage.Openings);
    }

    [Fact]
    public async Task While_the_store_is_away_operations_are_refused_and_later_they_run_again()
    {
        var heard = new List<JournalCondition>();
        await using var host = await Open(hooks: new JournalHooks<Tally> { HealthChanged = h => heard.Add(h.Condition) });
        var isAway = true;
        _storage.BeforeOpen = () => Volatile.Read(ref isAway) ? throw MemoryStorage.Failure() : Task.CompletedTask;
        _storage.BeforeAppend = () => throw MemoryStorage.Failure();
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await host.Perform(t => t.Add(1)));
        var refusal = (await Assert.ThrowsAsync<NotPerformedException>(async () => await host.Perform(t => t.Add(2)))).Refusal;
        Assert.Equal(RefusalReason.Unavailable, refusal.Reason);
        Assert.NotNull(refusal.RetryAfter);
        Volatile.Write(ref isAway, false);
        await Eventually(() => host.Health.Condition == JournalCondition.Serving);
        Assert.Equal(0, await host.Perform(t => t.Add(3)));
        Assert.Equal(JournalCondition.Recovering, heard[1]);
        Assert.Equal(JournalCondition.Serving, heard[^1]);
    }

    [Fact]
    public async Task What_a_fence_kept_out_was_not_performed()
    {
        await using var host = await Open();
        _storage.BeforeAppend = () => throw MemoryStorage.Failure(JournalFault.Fenced);
        await Assert.ThrowsAsync<NotPerformedException>(async () => await host.Perform(t => t.Add(1)));
    }

    [Fact]
    public async Task An_operation_that_throws_and_changed_nothing_answers_what_it_threw()
    {
        await using var host = await Open();
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Perform<int>(_ => throw new ArgumentException("no")));
        Assert.Equal(0, await host.Perform(t => t.Add(1)));
        Assert.Equal(1, _storage.Openings);
    }

    [Fact]
    public async Task An_operation_that_breaks_in_the_middle_leaves_no_trace()
    {
        await using var host = await Open();
        await host.Perform(t => t.Add(1));
        await Assert.ThrowsAsync<NotPerformedException>(async () => await host.Perform(t => t.AddAndBreak(2)));
        await Eventually(() => host.Health.Condition == JournalCondition.Serving);
        Assert.True(await Has(host, 1));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_any_more_ends_the_host()
    {
        await using var host = await Open();
        _storage.BeforeOpen = () => throw MemoryStorage.Failure(JournalFault.Unusable);
        _storage.BeforeAppend = () => throw MemoryStorage.Failure();
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await host.Perform(t => t.Add(1)));
        await Assert.ThrowsAsync<JournalStoreException>(() => host.Completion);
        Assert.Equal(RefusalReason.Failed, (await Assert.ThrowsAsync<NotPerformedException>(async () => await host.Perform(t => t.Add(2)))).Refusal.Reason);
    }

    [Fact]
    public async Task Closing_lets_all_that_wait_run_and_leaves_a_snapshot()
    {
        var host = await Open();
        var first = await HoldFirstCommit(host);
        var second = host.Perform(t => t.Add(2)).AsTask();
        var closing = host.CloseAsync();
        Assert.Equal(RefusalReason.Closed, (await Assert.ThrowsAsync<NotPerformedException>(async () => await host.Perform(t => t.Add(3)))).Refusal.Reason);
        _gate.SetResult();
        await closing;
        Assert.Equal((0, 1), (await first, await second));
        Assert.Empty(_storage.Batches);
        Assert.Equal(Tally.BytesAfter([1, 2]), _storage.Snapshot!.State.ToArray());
        await using var again = await Open();
        Assert.Equal(2, await again.Perform(t => t.Add(3)));
    }

    [Fact]
    public async Task The_journal_stays_within_a_small_multiple_of_the_state()
    {
        await using var host = await Open(new JournalHostOptions { LeastSnapshotBytes = 64, PartBytes = 16 });
        for (var i = 0; i < 2000; i++)
            await host.Perform(t => t.Add(i));
        Assert.InRange(_storage.Batches.Sum(b => b.Operations.Length), 0, 3 * _storage.Snapshot!.State.Length + 64);
        await host.DisposeAsync();
        await using var again = await Open();
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => (long)i), await again.Perform(t => t.Numbers.ToArray()));
    }

    [Fact]
    public async Task A_snapshot_that_fails_costs_nothing_that_was_answered_and_is_not_tried_at_every_commit()
    {
        await using var host = await Open(new JournalHostOptions { LeastSnapshotBytes = 64, FirstPause = TimeSpan.FromMilliseconds(1) });
        var attempts = 0;
        _storage.BeforePart = () =>
        {
            attempts++;
            throw MemoryStorage.Failure();
        };
        var answered = new List<long>();
        for (var i = 0; answered.Count < 500; i++)
        {
            if (host.TryPerform(t => t.Add(i), out var answer, out _) && await Succeeds(answer))
                answered.Add(i);
        }

        Assert.Equal(answered, await Retry(host, t => t.Numbers.ToArray()));
        Assert.InRange(attempts, 1, 10);
    }

    // The first commit waits at the gate; what comes now shares the next one.
    private async Task<Task<int>> HoldFirstCommit(JournalHost<Tally> host)
    {
        var entered = new TaskCompletionSource();
        _storage.BeforeAppend = () =>
        {
            entered.SetResult();
            return _gate.Task;
        };
        var first = host.Perform(t => t.Add(1)).AsTask();
        await entered.Task;
        return first;
    }

    private static async Task<bool> Succeeds(ValueTask<int> answer)
    {
        try
        {
            await answer;
            return true;
        }
        catch (NotPerformedException)
        {
            return false;
        }
    }

    private static async Task<T> Retry<T>(JournalHost<Tally> host, Func<Tally, T> read)
    {
        await Eventually(() => host.Health.Condition == JournalCondition.Serving);
        return await host.Perform(read);
    }

    private static async Task<bool> Has(JournalHost<Tally> host, params long[] numbers) => await host.Perform(t => t.Numbers.SequenceEqual(numbers));

    private static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }

    private Task<JournalHost<Tally>> Open(JournalHostOptions? options = null, JournalHooks<Tally>? hooks = null) =>
        JournalHost.OpenAsync(_storage, log => new Tally(log), TimeProvider.System, options ?? new JournalHostOptions { FirstPause = TimeSpan.FromMilliseconds(1) }, hooks);
}
