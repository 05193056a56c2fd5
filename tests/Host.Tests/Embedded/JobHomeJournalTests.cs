using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Journal.Sqlite;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>The job protocol behind a node's journal: what comes back is, byte by byte, what was there.</summary>
public sealed class JobHomeJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_home_is_restored_as_it_was_left(bool isClosed)
    {
        byte[] left;
        await using (var host = await Open())
        {
            await Task.WhenAll(Enumerable.Range(1, 300).Select(i => host.Perform(home => home.Submit(Job(i), Decide(i), i)).AsTask()));
            await Task.WhenAll(Enumerable.Range(1, 100).Select(i => host.Perform(home => home.Cancel(new JobId(3 * i), 400)).AsTask()));
            left = await host.Perform(Bytes);
            if (isClosed)
                await host.CloseAsync();
        }

        await using var again = await Open();
        Assert.Equal(left, await again.Perform(Bytes));
        Assert.Equal(SubmitOutcome.Known, await again.Perform(home => home.Submit(Job(7), Decide(7), 500)));
    }

    private static Job Job(int number) => new(new JobId(number), 0, 100 + number, number);

    private static Placement Decide(int number) => number % 2 == 0 ? Placement.Hold : new Placement(number % 4 / 2, new Allocation(1, 0));

    private static byte[] Bytes(JobHome home)
    {
        var writer = new StateWriter();
        home.Save(writer);
        return writer.Written.ToArray();
    }

    private Task<JournalHost<JobHome>> Open()
    {
        var model = TestFleets.Model(TestFleets.Site("a", 8), TestFleets.Site("b", 8));
        return JournalHost.OpenAsync(
            new SqliteJournalStorage(_folder.Path), log => new JobHome(0, model, LeaseTerms.Default, log), TimeProvider.System, new JournalHostOptions { LeastSnapshotBytes = 4096 });
    }
}
