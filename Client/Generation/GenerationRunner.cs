using ControlPlane.Client.Hosting;
using ControlPlane.Client.Progress;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Generation;

/// <summary>Runs days of generation with progress on stderr.</summary>
/// <param name="services">Terminal, cancellation.</param>
/// <param name="quiet">Whether stderr stays silent.</param>
internal sealed class GenerationRunner(CliServices services, bool quiet)
{
    private readonly IProgressView _view = ProgressViews.For(services.Terminal, quiet);

    /// <summary>Runs a plan.</summary>
    /// <param name="days">The scenario.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>The rules that have a day for each seed, in the order of the plan; fewer than the plan's when it was cancelled.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled before a rule was done.</exception>
    public IReadOnlyList<GenerationPolicyDays> Run(GenerationDays days, GenerationStudyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(days);
        var study = _view.Show(days.Day.Name, progress => GenerationStudy.Run(plan, (done, of) => progress(new StudyProgress(done, of, 0, null)), services.Cancellation));
        return study.Count > 0 ? study : throw new OperationCanceledException();
    }
}
