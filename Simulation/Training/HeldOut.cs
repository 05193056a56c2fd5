using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Training;

/// <summary>Measures a model in runs that it does not learn from.</summary>
public static class HeldOut
{
    /// <summary>Measures.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">Which runs.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static HeldOutResult Measure(Scenario scenario, HeldOutPlan plan, ILearnedModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Measure(scenario, plan, model.Decide, cancellation);
    }

    /// <summary>Measures any policy.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">Which runs.</param>
    /// <param name="make">Makes the policy for a budget of the mean service time, s.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static HeldOutResult Measure(Scenario scenario, HeldOutPlan plan, Func<PolicyContext, double, IPlacementPolicy> make, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(make);
        var (above, over, runs) = (0.0, 0.0, 0);
        foreach (var load in plan.Loads)
        {
            foreach (var budgetS in plan.BudgetsS)
            {
                var world = scenario with { Load = scenario.Load * load, HorizonS = plan.HorizonS };
                var host = new DirectHost((_, context) => make(context, budgetS));
                var run = Simulator.Run(world, new PolicySpec("chsac"), plan.Seed + runs, new RunOptions { Host = host }, cancellation);
                cancellation.ThrowIfCancellationRequested();
                above += 100 * (run.JoulesPerUnit / FrontierComparison.JoulesPerUnit(world, run) - 1);
                over += 100 * Math.Max(0, (run.WorkServiceS + run.WaitS.Mean) / budgetS - 1);
                runs++;
            }
        }

        return HeldOutKind.Placement.Of(above / runs, over / runs);
    }
}
