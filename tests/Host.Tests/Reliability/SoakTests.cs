using ControlPlane.Fleet.Control;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Operating;
using ControlPlane.Simulation.Scenarios;
using Xunit.Abstractions;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// The soak of issue 4: a node is offered twice of what it is rated at, with agents on long polls and readers of events of which one does not read. Memory, queue and
/// journal stay bounded, every refusal says why and when to come again, every submission has an answer, and all that was accepted is done in the end.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    // In the short run the runtime itself still grows; a full run is long past that.
    private static readonly double MostGrowth = TestScale.IsLong ? 0.15 : 1;
    private const double MostMemoryMib = 700;
    private const long MostJournalBytes = 48 << 20;

    [Fact]
    public async Task A_node_at_twice_its_rate_stays_bounded_and_nothing_is_silent()
    {
        var plan = new SoakPlan(TimeSpan.FromSeconds(TestScale.Pick(12, 1_200)));
        using var folder = new TemporaryFolder();
        (string Name, int Gpus)[] sites = [.. ScenarioReader.Read(ScenarioCatalog.Shipped.Find("paper")).Fleet.Sites.Select(s => (s.Name, s.GpuCount))];
        var keys = await SoakKeys.Make(folder.Path, sites.Select(s => s.Name));
        using var node = await NodeProcess.Start(folder.Path, SoakPlan.Settings);
        using var viewer = new NodeApi(node.Address, key: keys.Viewer);
        using var submitter = new NodeApi(node.Address, key: keys.Submitter);
        using var agents = new SoakAgents(node.Address, keys.Agents, sites);
        using var readers = new SoakReaders(node.Address, keys.Viewer);
        var (load, watch) = (new SoakLoad(submitter), new SoakWatch(node, viewer, folder.Path));
        await Soak(plan, load, watch, agents, readers, viewer);
        Report(load, watch, readers);
        CheckAnswers(load);
        CheckBounds(watch);
        Assert.Equal(0, agents.ToldAgain);
        await CheckLedger(viewer, load);
    }

    private static async Task Soak(SoakPlan plan, SoakLoad load, SoakWatch watch, SoakAgents agents, SoakReaders readers, NodeApi viewer)
    {
        using var end = new CancellationTokenSource();
        using var watchEnd = new CancellationTokenSource();
        var unanswered = new Unanswered();
        await readers.BeginSlow();
        Task[] others = [agents.Run(unanswered, end.Token), readers.RunFast(end.Token), watch.Run(watchEnd.Token)];
        await load.Run(SoakPlan.OfferedPerS, plan.Time);
        await watchEnd.CancelAsync();
        agents.IsUnlimited = true;
        while (await viewer.Ledger() is not { Held: 0, Queued: 0, Running: 0 } && !others.Any(o => o.IsFaulted))
            await Task.Delay(50, CancellationToken.None);
        await end.CancelAsync();
        // One more event, for the reader that waits for it.
        await load.Run(perS: 50, TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(others);
        Assert.Equal(0, unanswered.Broken);
        var slow = await readers.FinishSlow();
        Assert.NotNull(slow);
        // Only in a long run does the node forget events that the network has no room for.
        if (TestScale.IsLong)
            Assert.Equal("event: missed", slow);
    }

    private static void CheckAnswers(SoakLoad load)
    {
        Assert.Equal(0, load.Broken);
        Assert.Empty(load.Bare);
        Assert.Equal(load.Offered, load.Accepted + load.Refused.Values.Sum());
        Assert.All(load.Refused.Keys, reason => Assert.Matches("^(429|503|Busy): .", reason));
        Assert.True(load.Refused.Values.Sum() > load.Offered / 4, "the node was not offered more than it takes");
    }

    private static void CheckBounds(SoakWatch watch)
    {
        Assert.InRange(watch.MostLive, 1, SoakPlan.Capacity);
        Assert.InRange(watch.MostMemoryMib, 0, MostMemoryMib);
        Assert.InRange(watch.MostJournalBytes, 1, MostJournalBytes);
        Assert.InRange(watch.Growth().Memory, -1, MostGrowth);
        Assert.InRange(watch.Growth().Heap, -1, MostGrowth);
    }

    private static async Task CheckLedger(NodeApi node, SoakLoad load)
    {
        LedgerView ledger = await node.Ledger();
        Assert.True(ledger.Closes, ledger.ToString());
        Assert.Equal(load.Accepted, ledger.Submitted);
        Assert.Equal(load.Accepted, ledger.Completed + ledger.Held + ledger.Queued + ledger.Running);
        Assert.True(ledger.Completed > 0);
    }

    private void Report(SoakLoad load, SoakWatch watch, SoakReaders readers)
    {
        output.WriteLine($"offered {load.Offered}, accepted {load.Accepted}, broken {load.Broken}, events read {readers.Read}");
        foreach (var (reason, count) in load.Refused)
            output.WriteLine($"refused {count}: {reason}");
        output.WriteLine($"at most {watch.MostLive} live jobs, {watch.MostMemoryMib:F0} MiB resident, {watch.MostJournalBytes / 1e6:F1} MB of journal; growth {watch.Growth()}");
    }
}
