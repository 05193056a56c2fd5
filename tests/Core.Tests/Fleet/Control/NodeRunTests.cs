using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>What a node tells of runs that end.</summary>
public sealed class NodeRunTests
{
    private readonly Ear _ear = new();
    private readonly TestNode _test = new();

    public NodeRunTests()
    {
        _test.Runs = _ear;
        _test.Register("large");
    }

    [Fact]
    public void Each_run_is_told_once_with_its_job_its_site_and_what_it_took()
    {
        foreach (var (id, seconds) in new[] { ("a", 30.0), ("b", 20.0) })
        {
            _test.Submit(id, sizeUnits: 12);
            _test.Advance(seconds);
            _test.Report("large", id, AgentReportKind.Finished, doneUnits: 12);
        }

        Assert.Equal([0, 0], _ear.Heard.Select(h => h.Site));
        Assert.Equal([30.0, 20.0], _ear.Heard.Select(h => h.Run.EndS - h.Run.StartS));
        Assert.All(_ear.Heard, h => Assert.Equal((12, 12), (h.Run.Units, h.Run.Job.SizeUnits)));
        Assert.Equal(2, _ear.Heard.Select(h => h.Run.Job.Id).Distinct().Count());
        Assert.All(_ear.Heard, h => Assert.Equal(_test.Node.View.Model.Tables[0].PowerW(h.Run.Allocation), h.Run.PowerW, 9));
    }

    [Fact]
    public void What_the_agent_measured_is_what_the_run_drew()
    {
        _test.Submit("a");
        _test.Advance(40);
        _test.Report("large", "a", AgentReportKind.Finished, doneUnits: 10, energyJ: 8_000);
        Assert.Equal(200, _ear.Heard.Single().Run.PowerW, 9);
    }

    [Fact]
    public void Runs_without_a_result_and_those_of_a_replayed_journal_are_not_told()
    {
        _test.Submit("a");
        _test.Advance(40);
        _test.Report("large", "a", AgentReportKind.Failed);
        Assert.Empty(_ear.Heard);
        _test.Report("large", "a", AgentReportKind.Finished, doneUnits: 10);
        Assert.Single(_ear.Heard);
        _test.Restored();
        Assert.Single(_ear.Heard);
    }

    private sealed class Ear : IRunWatcher
    {
        public List<(FinishedRun Run, int Site)> Heard { get; } = [];

        public void Completed(in FinishedRun run, int site) => Heard.Add((run, site));
    }
}
