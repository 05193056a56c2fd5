using ControlPlane.Client.Hosting;
using ControlPlane.Client.Progress;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Reports.Evaluation;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Evaluation;

/// <summary>Runs evaluations, one scenario and load after the other.</summary>
/// <param name="plan">What is evaluated.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class EvaluationRunner(EvaluationPlan plan, CancellationToken cancellation)
{
    /// <summary>Runs it.</summary>
    /// <param name="view">Shows how far it is.</param>
    /// <returns>The cells that are whole: fewer than asked for when it was cancelled.</returns>
    public IReadOnlyList<EvaluationCell> Run(IProgressView view) => view.Show("evaluating", progress =>
    {
        var cells = new List<EvaluationCell>();
        var total = plan.Scenarios.Count * plan.Loads.Count;
        foreach (var scenario in plan.Scenarios)
        {
            foreach (var load in plan.Loads)
            {
                var (done, runs) = (cells.Count, plan.Policies.Count * plan.Seeds.Count);
                var study = Run(
                    new StudyPlan(scenario with { Load = scenario.Load * load }, [.. plan.Policies.Select(p => p.Spec)], plan.Seeds, plan.Parallel),
                    p => progress(new(done * runs + p.Finished, total * runs, (done + p.Share) / total, p.Latest)));
                if (study.Partial)
                    return cells;
                cells.Add(Cell(study, load));
            }
        }

        return cells;
    });

    private StudyResult Run(StudyPlan study, Action<StudyProgress> progress)
    {
        try
        {
            return Study.Run(study, progress, cancellation);
        }
        catch (AggregateException e) when (e.InnerException is ArgumentException unfit)
        {
            // A model of another fleet.
            throw new InputException($"{study.Scenario.Name}: {unfit.Message}");
        }
    }

    private EvaluationCell Cell(StudyResult study, double load)
    {
        var points = plan.Policies.Select((policy, i) => Point(policy, study.Policies[i])).ToList();
        var reference = study.Policies.SelectMany(p => p.Runs).Where(r => r.Frontier?.Curve.Count > 0).MaxBy(r => r.ServedUnitsPerS);
        return new(study.Scenario.Name, load, points, [.. reference?.Frontier?.Curve ?? []]);
    }

    private static EvaluationPoint Point(EvaluatedPolicy policy, PolicyRuns runs) => new(
        policy.Name, policy.BudgetS, runs.Estimate(Metrics.AboveFrontier), runs.Estimate(Metrics.JoulesPerUnit), runs.Estimate(Metrics.WorkService), runs.Estimate(Metrics.WaitMean),
        runs.Estimate(Metrics.LargestQueue), Comparison.KeepsUp(runs.Runs));
}
