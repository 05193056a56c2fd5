using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>A journal in a SQLite file.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteJournalStorage _storage;

    public SqliteStoreTests() => _storage = new SqliteJournalStorage(_folder.Path);

    private string File => _folder.File("journal.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Batches_are_read_as_they_were_appended() => StoreChecks.Batches_are_read_as_they_were_appended(_storage);

    [Fact]
    public Task A_snapshot_takes_the_place_of_the_batches_that_it_has() => StoreChecks.A_snapshot_takes_the_place_of_the_batches_that_it_has(_storage);

    [Fact]
    public Task A_snapshot_that_was_interrupted_is_nothing() => StoreChecks.A_snapshot_that_was_interrupted_is_nothing(_storage);

    [Fact]
    public Task A_second_node_is_refused_and_told_who_is_there() =>
        StoreChecks.A_second_node_is_refused_and_told_who_is_there(_storage, new SqliteJournalStorage(_folder.Path));

    [Fact]
    public Task What_was_read_is_the_state_that_was_left() => StoreChecks.What_was_read_is_the_state_that_was_left(_storage);

    [Fact]
    public async Task A_commit_waits_for_the_disk()
    {
        await using (await _storage.OpenAsync())
        {
            // Other programs may read while a node has the file: a backup does.
            using var other = Connect();
            Assert.Equal(0L, Read(other, "SELECT count(*) FROM batch"));
        }

        using var connection = SqliteFile.Open(File);
        Assert.Equal("wal", Read(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, Read(connection, "PRAGMA synchronous"));
    }

    [Fact]
    public async Task A_file_of_another_program_is_left_alone()
    {
        using (var other = Connect(create: true))
            SqliteFile.Execute(other, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
        await Refused("of another program");
        using var again = Connect();
        Assert.Equal(1L, Read(again, "SELECT x FROM theirs"));
    }

    [Fact]
    public async Task A_file_that_is_no_data_base_is_refused()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("not a journal\n", 500)));
        await Refused("no SQLite data base");
    }

    [Fact]
    public async Task A_journal_of_a_later_version_is_refused()
    {
        await Fill();
        using (var connection = Connect())
            SqliteFile.Execute(connection, "PRAGMA user_version = 2");
        await Refused("has version 2; this build knows 1");
    }

    [Fact]
    public async Task An_empty_file_is_damage_and_not_a_new_journal()
    {
        await Fill();
        await System.IO.File.WriteAllBytesAsync(File, []);
        await Refused("is empty");
    }

    [Fact]
    public async Task A_missing_file_beside_its_log_is_damage_and_not_a_new_journal()
    {
        await System.IO.File.WriteAllBytesAsync(File + "-wal", [1]);
        await Refused("is missing");
    }

    [Fact]
    public async Task A_batch_that_was_changed_or_is_missing_is_found()
    {
        await Fill();
        using (var connection = Connect())
            SqliteFile.Execute(connection, "UPDATE batch SET operation_count = operation_count + 1 WHERE number = 3");
        await Refused("batch 3 has another checksum");
        using (var connection = Connect())
            SqliteFile.Execute(connection, "DELETE FROM batch WHERE number = 3");
        await Refused("batch 3 is missing");
    }

    [Fact]
    public async Task A_file_that_was_cut_is_refused_or_whole()
    {
        await Fill();
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        var random = new Random(1);
        var refused = 0;
        for (var i = 0; i < TestScale.Pick(30, 300); i++)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..random.Next(whole.Length)]);
            try
            {
                await Restore(_storage);
            }
            catch (JournalStoreException e) when (e.Fault == JournalFault.Unusable)
            {
                Assert.Contains(File, e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(refused > 0, "a file that was cut");
    }

    /// <summary>What a crash leaves is the file and its log as they are; a disk that lies may lose the end of the log, and with it only whole commits.</summary>
    [Fact]
    public async Task A_log_with_a_torn_tail_gives_a_whole_number_of_commits()
    {
        var answered = Enumerable.Range(1, 120).Select(n => (long)n * n).ToArray();
        using var crash = new TemporaryFolder();
        await using (var host = await JournalHost.OpenAsync(_storage, log => new Tally(log), TimeProvider.System, new JournalHostOptions { LeastSnapshotBytes = 100 }))
        {
            foreach (var number in answered)
                await host.Perform(t => t.Add(number));
            System.IO.File.Copy(File, crash.File("journal.db"));
            System.IO.File.Copy(File + "-wal", crash.File("journal.db-wal"));
        }

        var (file, log) = (await System.IO.File.ReadAllBytesAsync(crash.File("journal.db")), await System.IO.File.ReadAllBytesAsync(crash.File("journal.db-wal")));
        var random = new Random(2);
        var lengths = new HashSet<int>();
        for (var i = 0; i < TestScale.Pick(60, 600); i++)
        {
            using var torn = new TemporaryFolder();
            var tail = i == 0 ? log : log[..random.Next(log.Length)];
            if (i % 3 == 1 && tail.Length > 100)
                tail[random.Next(tail.Length - 100, tail.Length)] ^= 0x40;
            await System.IO.File.WriteAllBytesAsync(torn.File("journal.db"), file);
            await System.IO.File.WriteAllBytesAsync(torn.File("journal.db-wal"), tail);
            var numbers = await Restore(new SqliteJournalStorage(torn.Path));
            Assert.Equal(answered[..numbers.Length], numbers);
            lengths.Add(numbers.Length);
            Assert.True(i > 0 || numbers.Length == answered.Length, "nothing was torn off");
        }

        Assert.True(lengths.Count > 10);
    }

    private static async Task<long[]> Restore(IJournalStorage storage)
    {
        await using var host = await JournalHost.OpenAsync(storage, log => new Tally(log), TimeProvider.System);
        var (numbers, bytes) = await host.Perform(t => (t.Numbers.ToArray(), t.Bytes));
        Assert.Equal(Tally.BytesAfter(numbers), bytes);
        return numbers;
    }

    private async Task Fill()
    {
        await using var host = await JournalHost.OpenAsync(_storage, log => new Tally(log), TimeProvider.System);
        for (var i = 0; i < 200; i++)
            await host.Perform(t => t.Add(i));
    }

    private async Task Refused(string what)
    {
        var error = await Assert.ThrowsAsync<JournalStoreException>(() => Restore(_storage));
        Assert.Equal(JournalFault.Unusable, error.Fault);
        Assert.StartsWith(File, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private SqliteConnection Connect(bool create = false)
    {
        var mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static object? Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
