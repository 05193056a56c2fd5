using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>
/// The cheapest energy for work that is given, site by site, by the built-in simplex method. Units run only as long as they must. Carbon counts with its price; the budget, which
/// ties sites together, does not.
/// </summary>
internal static class EnergyPlanner
{
    /// <summary>Adds the energy to jobs and routes.</summary>
    /// <param name="instance">What is planned for.</param>
    /// <param name="starts">The start of each job.</param>
    /// <param name="routes">The routes of each class.</param>
    /// <param name="unitsOn">When units run, by site, unit and slot; null for no longer than they must.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The plan; null where a site cannot be supplied.</returns>
    public static JointPlan? TryComplete(
        JointInstance instance,
        IReadOnlyList<JobStart?> starts,
        IReadOnlyList<RoutePlan> routes,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<bool>>>? unitsOn = null,
        CancellationToken cancellationToken = default)
    {
        // Whether the work keeps its rules is the replay's affair, not this one's.
        var work = new ComputeReplay(instance, new JointPlan { Starts = starts, Routes = routes, Sites = [] }, new ReplayFaults(double.PositiveInfinity));
        var solver = new SimplexSolver();
        var sites = new List<SitePlan>();
        foreach (var site in instance.Sites)
        {
            var on = unitsOn?[sites.Count] ?? [.. site.Units.Select(unit => Resting(unit, instance.Slots))];
            if (TryOne(instance, site, work.DrawnGpus(sites.Count), on, solver, cancellationToken) is not { } plan)
                return null;
            sites.Add(plan);
        }

        return new JointPlan { Starts = starts, Routes = routes, Sites = sites };
    }

    // A site by itself, its work as a class that is given.
    private static SitePlan? TryOne(
        JointInstance instance, JointSite site, double[] drawnGpus, IReadOnlyList<IReadOnlyList<bool>> on, SimplexSolver solver, CancellationToken cancellationToken)
    {
        var alone = instance with
        {
            Name = site.Name,
            Sites = [site with { Gpus = drawnGpus }],
            Jobs = [],
            Classes = [new InferenceClass { Name = "work", Origin = 0, DemandGpus = drawnGpus, LatencyMs = [0], LatencyLimitMs = 0, RevenueUsdPerGpuH = 0 }],
            Carbon = instance.Carbon with { BudgetT = null },
        };
        var model = JointModel.OfParts(alone, new JointSettings { Routes = [new RoutePlan(drawnGpus, instance.Slots)], UnitsOn = [on] });
        var solution = model.SolveOneWay(solver, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return solution.Status == LinearStatus.Optimal ? model.Read(solution.Values).Sites[0] : null;
    }

    // As it is for as long as it is held and its ramp takes to come down; off from then on.
    private static bool[] Resting(JointUnit unit, int slots)
    {
        var down = double.IsFinite(unit.RampMw) ? Math.Ceiling(Math.Max(0, unit.InitialMw - Math.Max(unit.MinMw, unit.RampMw)) / unit.RampMw) : 0;
        return [.. Enumerable.Range(0, slots).Select(t => unit.InitiallyOn && t < Math.Max(unit.HeldSlots, down))];
    }
}
