using ControlPlane.Grains.Tests.Postgres;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Journal.Postgres;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>A journal in a PostgreSQL database.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresStoreTests(PostgresServer server) : IAsyncLifetime
{
    private const string EndLocks = "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory'";
    private const string EndNodes = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private string _database = "";

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Missing is null)
            _database = await server.CreateDatabase();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [PostgresFact]
    public Task Batches_are_read_as_they_were_appended() => StoreChecks.Batches_are_read_as_they_were_appended(Storage());

    [PostgresFact]
    public Task A_snapshot_takes_the_place_of_the_batches_that_it_has() => StoreChecks.A_snapshot_takes_the_place_of_the_batches_that_it_has(Storage());

    [PostgresFact]
    public Task A_snapshot_that_was_interrupted_is_nothing() => StoreChecks.A_snapshot_that_was_interrupted_is_nothing(Storage());

    [PostgresFact]
    public Task A_second_node_is_refused_and_told_who_is_there() => StoreChecks.A_second_node_is_refused_and_told_who_is_there(Storage(), Storage(TimeSpan.Zero));

    [PostgresFact]
    public Task What_was_read_is_the_state_that_was_left() => StoreChecks.What_was_read_is_the_state_that_was_left(Storage());

    [PostgresFact]
    public async Task A_node_that_lost_its_lock_writes_nothing_once_another_is_there()
    {
        await using var old = await Storage().OpenAsync();
        await old.AppendAsync(StoreChecks.Batch(1));
        await Sql.Run(_database, EndLocks);
        await using var taker = await Storage().OpenAsync();
        foreach (var write in new Func<Task>[]
                 {
                     () => old.AppendAsync(StoreChecks.Batch(2)),
                     () => old.WritePartAsync(1, 0, new byte[] { 1 }),
                     () => old.SealAsync(new SnapshotSeal(1, 0, 0)),
                 })
        {
            Assert.Equal(JournalFault.Fenced, (await Assert.ThrowsAsync<JournalStoreException>(write)).Fault);
        }

        await old.PruneAsync(1);
        Assert.Equal([1L], await Sql.Column<long>(_database, "SELECT number FROM controlplane_node.batch"));
        await taker.AppendAsync(StoreChecks.Batch(2));
    }

    [PostgresFact]
    public async Task A_lost_connection_costs_nothing_that_was_answered()
    {
        await using var host = await JournalHost.OpenAsync(Storage(), log => new Tally(log), TimeProvider.System);
        var answered = new List<long>();
        var unknown = 0;
        for (var number = 0; number < 300; number++)
        {
            if (number % 100 == 50)
                await Sql.Run(_database, EndNodes);
            try
            {
                await host.Perform(t => t.Add(number));
                answered.Add(number);
            }
            catch (OutcomeUnknownException)
            {
                unknown++;
            }
            catch (NotPerformedException)
            {
                await Task.Yield();
                number--;
            }
        }

        Assert.InRange(unknown, 1, 3);
        var numbers = await host.Perform(t => t.Numbers.ToArray());
        Assert.Empty(answered.Except(numbers));
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.Equal(Tally.BytesAfter(numbers), await host.Perform(t => t.Bytes));
    }

    [PostgresFact]
    public async Task Tables_of_a_later_version_are_refused()
    {
        await using (await Storage().OpenAsync())
            await Sql.Run(_database, "UPDATE controlplane_node.node SET version = 2");
        var error = await Assert.ThrowsAsync<JournalStoreException>(() => Storage().OpenAsync());
        Assert.Equal(JournalFault.Unusable, error.Fault);
        Assert.Contains("has version 2; this build knows 1", error.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_server_that_is_not_there_is_named_without_the_password()
    {
        var storage = new PostgresJournalStorage("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=secret", TimeProvider.System);
        var error = await Assert.ThrowsAsync<JournalStoreException>(() => storage.OpenAsync());
        Assert.Equal(JournalFault.Unavailable, error.Fault);
        Assert.Contains("database 'd' at 127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private PostgresJournalStorage Storage(TimeSpan? patience = null) => new(_database, TimeProvider.System, patience);
}
