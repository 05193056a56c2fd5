using ControlPlane.Fleet.Control;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>What agents say of runs: progress is told, measured energy counts.</summary>
public sealed class NodeEnergyTests
{
    private readonly TestNode _test = new();

    [Fact]
    public void Progress_is_told_while_the_job_runs_and_is_not_journalled()
    {
        _test.Register("large");
        _test.Submit("a");
        Assert.Null(_test.Node.FindJob("a")!.ProgressUnits);
        _test.Advance(1);
        _test.Report("large", "a", AgentReportKind.Progress, doneUnits: 2.5, energyJ: 70);
        var job = _test.Node.FindJob("a")!;
        Assert.Equal((2.5, 70), (job.ProgressUnits, job.EnergyJ));
        Assert.Null(_test.Restored().FindJob("a")!.ProgressUnits);
        _test.Report("large", "a", AgentReportKind.Finished, doneUnits: 10);
        Assert.Null(_test.Node.FindJob("a")!.ProgressUnits);
    }

    [Theory]
    [InlineData(AgentReportKind.Finished)]
    [InlineData(AgentReportKind.Failed)]
    public void Energy_that_the_agent_measured_replaces_what_the_model_says(AgentReportKind kind)
    {
        _test.Register("large");
        _test.Submit("measured");
        _test.Submit("modelled");
        _test.Advance(3);
        var modelled = _test.Node.FindJob("modelled")!.EnergyJ;
        Assert.True(modelled > 0);
        _test.Report("large", "measured", kind, energyJ: 1234);
        _test.Report("large", "modelled", kind);
        var restored = _test.Restored();
        Assert.Equal((1234, modelled), (restored.FindJob("measured")!.EnergyJ, restored.FindJob("modelled")!.EnergyJ));
        // The meters of the site know nothing of it.
        Assert.True(_test.Node.Ledger().EnergyKwh * 3.6e6 >= 2 * modelled);
    }

    [Fact]
    public void A_run_that_was_stopped_is_put_right_when_its_agent_says_what_it_took()
    {
        _test.Register("large");
        _test.Submit("a");
        var token = _test.Beat("large").Tasks!.Single().Token;
        _test.Advance(3);
        _test.Node.Cancel("a", "ann", _test.Rules);
        Assert.InRange(_test.Node.FindJob("a")!.EnergyJ, 1, 1_000);
        _test.ReportUnder("large", "a", token + 1, AgentReportKind.Stopped, energyJ: 9);
        Assert.InRange(_test.Node.FindJob("a")!.EnergyJ, 10, 1_000);
        for (var again = 0; again < 2; again++)
            _test.ReportUnder("large", "a", token, AgentReportKind.Stopped, energyJ: 55);
        Assert.Equal((JobState.Cancelled, 55), (_test.Restored().FindJob("a")!.State, _test.Restored().FindJob("a")!.EnergyJ));
    }

    [Theory]
    [InlineData(double.NaN, 1, "doneUnits")]
    [InlineData(-1, 1, "doneUnits")]
    [InlineData(1, double.PositiveInfinity, "energyJ")]
    [InlineData(1, -1, "energyJ")]
    public void Reports_without_sense_are_refused_whole(double doneUnits, double energyJ, string field)
    {
        _test.Register("large");
        _test.Submit("a");
        var refused = Assert.Throws<ControlException>(() => _test.Report("large", "a", AgentReportKind.Finished, doneUnits, energyJ));
        Assert.Equal((ControlProblem.Invalid, field), (refused.Problem, refused.Field));
        Assert.Equal(JobState.Running, _test.Node.FindJob("a")!.State);
    }
}
