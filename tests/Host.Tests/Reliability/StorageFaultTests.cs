using ControlPlane.Fleet.Control.Node;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Silo.Embedded.Journal.Sqlite;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// R4 over HTTP: writes to the journal fail before and after they are stored, meet another writer, or take long. Whoever asks is told with a status, a reason and when to
/// come again, or not told at all; whoever asks again learns what happened, and nothing that was acknowledged is lost.
/// </summary>
public sealed class StorageFaultTests
{
    private readonly RecordingSubmitter[] _submitters = [.. Enumerable.Range(0, 6).Select(i => new RecordingSubmitter($"s{i}"))];
    private readonly RecordingAgent[] _agents = [.. HttpNode.Fleet.Sites.Select(s => new RecordingAgent(s.Name, s.GpuCount))];
    private readonly RecordingOperator _operator = new([.. HttpNode.Fleet.Sites.Select(s => s.Name)]);

    [Fact]
    public async Task Writes_that_fail_lose_nothing_that_was_acknowledged()
    {
        var jobs = TestScale.Pick(600, 9_000);
        using var folder = new TemporaryFolder();
        var storage = new FaultyStorage(new SqliteJournalStorage(folder.Path), share: 0.1, seed: 4);
        var unanswered = new Unanswered();
        string before;
        await using (var node = await HttpNode.Start(storage, new NodeSettings { AgentLeaseS = 600 }))
        {
            using var api = new NodeApi(node.Address);
            storage.IsFaulty = true;
            await Work(api, unanswered, jobs);
            storage.IsFaulty = false;
            await Check(api);
            before = await NodeExport.Of(api);
        }

        Assert.All(Enum.GetValues<StorageFault>().Skip(1), f => Assert.True(storage.Faults.GetValueOrDefault(f) > 0, $"no fault {f}"));
        Assert.True(unanswered.Refused > 0);
        await using var again = await HttpNode.Start(new SqliteJournalStorage(folder.Path), new NodeSettings { AgentLeaseS = 600 });
        using var reader = new NodeApi(again.Address);
        Assert.Equal(before, await NodeExport.Of(reader));
    }

    private async Task Work(NodeApi node, Unanswered unanswered, int jobs)
    {
        using var end = new CancellationTokenSource();
        var random = new Random(44);
        Task[] others =
        [
            .. _agents.Select(a => Task.Run(() => unanswered.Until(() => end.IsCancellationRequested && a.IsIdle, () => a.Step(node)))),
            Task.Run(() => unanswered.Until(() => end.IsCancellationRequested, () => _operator.Step(node, random))),
        ];
        await Task.WhenAll(_submitters.Select((s, i) =>
        {
            var choices = new Random(i);
            return Task.Run(() => unanswered.Until(() => s.IsSettled && s.Acknowledged.Count >= jobs / _submitters.Length, () => s.Step(node, choices)));
        }));
        await end.CancelAsync();
        await Task.WhenAll(others);
    }

    private async Task Check(NodeApi node)
    {
        var jobs = (await node.Jobs()).ToDictionary(j => j.Submission.Id, StringComparer.Ordinal);
        Assert.All(_submitters, s => s.Check(jobs));
        Assert.Equal(_submitters.Sum(s => s.Acknowledged.Count), jobs.Count);
        var ledger = await node.Ledger();
        Assert.True(ledger.Closes, ledger.ToString());
        Assert.Equal(jobs.Count, ledger.Submitted);
        await _operator.Check(node);
        Assert.All(_agents, a => Assert.Empty(a.ToldAgain));
        Assert.All(_agents.SelectMany(a => a.Runs).ToLookup(r => r.Key, r => r.Value, StringComparer.Ordinal), job => Assert.Equal(1, job.Sum()));
    }
}
