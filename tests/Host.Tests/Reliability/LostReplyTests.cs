using ControlPlane.Fleet.Control.Node;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Silo.Embedded.Journal.Sqlite;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// R3 over HTTP: of a hundred answers five never arrive, because the connection is cut when the node has done what it was asked. Jobs are conserved, and after two
/// lease periods no GPU is reserved for a job that its agent does not have.
/// </summary>
public sealed class LostReplyTests
{
    private const double LeaseS = 1.5;
    private static readonly TimeSpan TwoLeases = TimeSpan.FromSeconds(2 * LeaseS);
    private readonly RecordingSubmitter[] _submitters = [.. Enumerable.Range(0, 6).Select(i => new RecordingSubmitter($"s{i}"))];
    private readonly RecordingAgent[] _agents;
    private bool _mayFinish = true;

    public LostReplyTests()
    {
        var random = new Random(33);
        _agents = [.. HttpNode.Fleet.Sites.Select(s => new RecordingAgent(s.Name, s.GpuCount, () => _mayFinish && random.Next(3) == 0))];
    }

    [Fact]
    public async Task Answers_that_are_lost_cost_no_job_and_leave_no_GPU_reserved()
    {
        var jobs = TestScale.Pick(1_200, 12_000);
        using var folder = new TemporaryFolder();
        await using var node = await HttpNode.Start(new SqliteJournalStorage(folder.Path), new NodeSettings { AgentLeaseS = LeaseS });
        await using var proxy = new CuttingProxy(node.Address, share: 0.05, seed: 3);
        using var cut = new NodeApi(proxy.Address);
        using var direct = new NodeApi(node.Address);
        var lost = new Unanswered();
        await Work(cut, lost, jobs);
        Assert.True(proxy.Cut > jobs / 200, $"only {proxy.Cut} answers were lost");
        Assert.True(lost.Broken > 0);
        await CheckJobs(direct);
        await CheckReservations(direct);
        Assert.All(_agents, a => Assert.Empty(a.ToldAgain));
    }

    // The agents go on for two leases after the last submission and the last end of a job; one of them is gone by then.
    private async Task Work(NodeApi node, Unanswered lost, int jobs)
    {
        using var end = new CancellationTokenSource();
        using var goneEnd = new CancellationTokenSource();
        var agents = _agents.Select((a, i) => Start(lost, () => (i == 0 ? goneEnd : end).IsCancellationRequested, () => a.Step(node))).ToArray();
        var submitting = _submitters.Select((s, i) =>
        {
            var random = new Random(i);
            return Start(lost, () => s.IsSettled && s.Acknowledged.Count >= jobs / _submitters.Length, () => s.Step(node, random));
        });
        await Task.WhenAll(submitting);
        _mayFinish = false;
        await goneEnd.CancelAsync();
        await Task.Delay(TwoLeases);
        await end.CancelAsync();
        await Task.WhenAll(agents);
    }

    private static Task Start(Unanswered lost, Func<bool> isEnough, Func<Task> step) => Task.Run(() => lost.Until(isEnough, step));

    private async Task CheckJobs(NodeApi node)
    {
        var ids = _submitters.SelectMany(s => s.Acknowledged).Distinct(StringComparer.Ordinal).ToArray();
        var ledger = await node.Ledger();
        Assert.True(ledger.Closes, ledger.ToString());
        Assert.Equal(ids.Length, ledger.Submitted);
        Assert.True(ledger.Completed > 0);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await node.Jobs()).Select(j => j.Submission.Id).Order(StringComparer.Ordinal));
    }

    private async Task CheckReservations(NodeApi node)
    {
        var sites = (await node.Sites()).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var gone = sites[_agents[0].Site];
        Assert.False(gone.IsConnected);
        Assert.Equal(0, gone.Running);
        foreach (var agent in _agents.Skip(1))
        {
            var site = sites[agent.Site];
            Assert.True(site.IsConnected);
            Assert.Equal(agent.Running.Count, site.Running);
            Assert.Equal(agent.Running.Sum(t => t.Gpus), site.UpGpus - site.FreeGpus);
        }
    }
}
