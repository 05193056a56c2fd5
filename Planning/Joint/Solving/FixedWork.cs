using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>The linear programme of a plan with every whole number as it is: its duals are prices, and its solution is the plan to the last digit.</summary>
internal static class FixedWork
{
    // Above it the built-in simplex method is too slow for what prices are worth.
    private const int MostRows = 20_000;

    /// <summary>Prices a plan; null where it is too large or the programme was not solved. Routes that were given to it stay as they are.</summary>
    public static PricedPlan? TryPrice(JointInstance instance, JointSettings given, Replayed plan)
    {
        var settings = new JointSettings { Routes = given.Routes, Choices = [.. plan.Plan.Starts.Select(JobChoices.Only)], UnitsOn = [.. plan.Plan.Sites.Select(site => site.UnitOn)] };
        var model = new JointModel(instance, settings);
        if (model.Program.Linear.RowCount > MostRows)
            return null;
        var solution = model.SolveOneWay(new SimplexSolver());
        return solution.Status == LinearStatus.Optimal && Replayed.Of(instance, model.Read(solution.Values)) is { } replayed
            ? new PricedPlan(replayed, model.Prices(solution.RowDuals))
            : null;
    }
}
