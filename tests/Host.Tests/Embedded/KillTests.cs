using ControlPlane.Grains.Tests.Postgres;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>A node that is killed under load loses nothing that it has answered (R8).</summary>
[Collection(PostgresTests.Name)]
public sealed class KillTests(PostgresServer server)
{
    [Fact]
    public async Task Nothing_that_was_answered_is_lost_in_a_file()
    {
        using var folder = new TemporaryFolder();
        await KillChecks.Nothing_that_was_answered_is_lost(new JournalPlace { Folder = folder.Path }, TestScale.Pick(10, 200));
    }

    [PostgresFact]
    public async Task Nothing_that_was_answered_is_lost_in_a_database() =>
        await KillChecks.Nothing_that_was_answered_is_lost(new JournalPlace { Folder = "", Connection = await server.CreateDatabase() }, TestScale.Pick(10, 200));

    [Fact]
    public async Task A_full_disk_is_told_to_callers_and_costs_nothing_that_was_answered()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var place = new JournalPlace { Folder = folder.Path };
        using var node = WriterProcess.StartWithLittleRoom(place, kilobytes: 256);
        await node.End();
        Assert.NotEmpty(node.Answered);
        await using var host = await JournalHost.OpenAsync(place.Storage(TimeProvider.System), log => new Tally(log), TimeProvider.System);
        var numbers = await host.Perform(t => t.Numbers.ToArray());
        Assert.All(node.Answered, a => Assert.Equal(a.Number, numbers[a.Place]));
        Assert.Equal(Tally.BytesAfter(numbers), await host.Perform(t => t.Bytes));
    }
}
