using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>
/// Solves a programme without the binaries that make import and export, and charging and discharging, exclude one another, and adds them only where its solution does both at once
/// (compute-power-milp.md, section 1.5): normally nowhere.
/// </summary>
internal static class ExclusiveSolve
{
    private const int MostRounds = 8;

    /// <summary>Solves an instance.</summary>
    /// <param name="stage">What is solved, for progress.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="settings">What is given.</param>
    /// <param name="log">Solves within one time limit.</param>
    /// <param name="share">Share of the time left.</param>
    /// <param name="start">A plan to begin with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<(Replayed? Best, MixedIntegerSolution Last, JointModel Model)> RunAsync(
        string stage, JointInstance instance, JointSettings settings, SolveLog log, double share, Replayed? start, CancellationToken cancellationToken)
    {
        var (grid, storage) = (new HashSet<(int Site, int Slot)>(settings.ExclusiveGrid), new HashSet<(int Site, int Slot)>(settings.ExclusiveStorage));
        var best = start;
        for (var round = 0; ; round++)
        {
            var model = new JointModel(instance, settings with { ExclusiveGrid = grid, ExclusiveStorage = storage });
            var from = best is null ? null : model.Write(best.Plan, best.Account);
            var solution = await log.SolveAsync(round == 0 ? stage : $"{stage}, ways excluded", model, share, from).ConfigureAwait(false);
            if (solution.Values is null)
                return (best, solution, model);
            var plan = model.Read(solution.Values);
            var (overGrid, overStorage) = (BothWays.Grid(plan), BothWays.Storage(plan));
            if (overGrid.Count + overStorage.Count == 0)
                return (Replayed.Better(best, Replayed.Of(instance, plan)), solution, model);
            best = Replayed.Better(best, Repair(instance, plan, cancellationToken));
            grid.UnionWith(overGrid);
            storage.UnionWith(overStorage);
            if (round == MostRounds || log.IsOver)
                return (best, solution, model);
        }
    }

    // Work and units as they are, each site's energy without the smaller of two ways.
    private static Replayed? Repair(JointInstance instance, JointPlan plan, CancellationToken cancellationToken)
    {
        var unitsOn = plan.Sites.Select(site => site.UnitOn).ToArray();
        return EnergyPlanner.TryComplete(instance, plan.Starts, plan.Routes, unitsOn, CancellationToken.None) is { } repaired ? Replayed.Of(instance, repaired) : null;
    }
}
