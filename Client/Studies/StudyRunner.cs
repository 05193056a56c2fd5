using ControlPlane.Client.Hosting;
using ControlPlane.Client.Progress;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Runs studies with progress on stderr.</summary>
/// <param name="services">Terminal and cancellation.</param>
/// <param name="quiet">Whether stderr stays silent.</param>
internal sealed class StudyRunner(CliServices services, bool quiet)
{
    private readonly IProgressView _view = ProgressViews.For(services.Terminal, quiet);

    /// <summary>Runs a plan, or as much of it as is done when cancelled.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="OperationCanceledException">Nothing was simulated.</exception>
    public StudyResult Run(StudyPlan plan)
    {
        var study = _view.Show(plan.Scenario.Name, progress => Study.Run(plan, progress, services.Cancellation));
        return study.Policies.Count > 0 ? study : throw new OperationCanceledException();
    }

    /// <summary>Runs one policy with one seed and writes its event log.</summary>
    /// <param name="plan">A plan of one run.</param>
    /// <param name="file">Path of the log.</param>
    /// <exception cref="InputException">The plan has several runs, or the file cannot be written.</exception>
    public StudyResult RunLogged(StudyPlan plan, string file)
    {
        if (plan.Policies.Count != 1 || plan.Seeds.Count != 1)
            throw new InputException("--events writes one run: give one --policy and one --seed");
        using var sink = new EventFile(file, plan.Scenario.Fleet);
        var run = _view.Show(plan.Scenario.Name, progress =>
        {
            var options = new RunOptions { Host = plan.Host, Shadow = plan.Shadow, Sink = sink, Progress = share => progress(new StudyProgress(0, 1, share, null)) };
            return Simulator.Run(plan.Scenario, plan.Policies[0], plan.Seeds[0], options, services.Cancellation);
        });
        if (run.UsefulUnits > 0)
            run = run with { Frontier = FrontierComparison.Of(plan.Scenario, run) };
        return new StudyResult(plan.Scenario, plan.Seeds, [new PolicyRuns(plan.Policies[0], [run])], run.Partial);
    }
}
