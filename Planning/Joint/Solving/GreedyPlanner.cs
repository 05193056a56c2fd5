namespace ControlPlane.Planning.Joint.Solving;

/// <summary>
/// A feasible plan without any solver of whole numbers: jobs that must run and the least shares of inference first, then the rest by what a GPU-hour of theirs earns, each where its
/// energy is cheapest among the sites with room; then the energy of each site by a linear programme, with units off.
/// </summary>
public static class GreedyPlanner
{
    /// <summary>Makes a plan.</summary>
    /// <param name="instance">What it is for.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    /// <returns>The plan; null where a site cannot be supplied. Jobs that must run and find no room do not.</returns>
    /// <exception cref="ArgumentException">The instance is not allowed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static JointPlan? Plan(JointInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        instance.Check();
        // What suits one instance does not suit another: the best of several orders, as its replay says.
        JointPlan? best = null;
        var bestUsd = double.NegativeInfinity;
        foreach (var work in Orders(instance))
        {
            if (EnergyPlanner.TryComplete(instance, work.Starts, work.Routes, cancellationToken: cancellationToken) is not { } plan)
                continue;
            var account = PlanReplay.Run(instance, plan);
            var usd = account.Money.BenefitUsd - (account.Violations.Count > 0 ? 1e12 : 0);
            if (usd > bestUsd)
                (best, bestUsd) = (plan, usd);
        }

        return best;
    }

    private static IEnumerable<WorkPlacer> Orders(JointInstance instance)
    {
        yield return ByWorth(instance, jobsFirst: false);
        yield return ByWorth(instance, jobsFirst: true);
        yield return Unplanned.FirstCome(instance);
    }

    private static WorkPlacer ByWorth(JointInstance instance, bool jobsFirst)
    {
        var work = new WorkPlacer(instance, new SiteRoom(instance));
        foreach (var (_, j) in instance.Jobs.Select((job, j) => (job, j)).Where(x => x.job.IsMandatory).OrderByDescending(x => x.job.Gpus * x.job.LengthSlots))
            work.Run(j);
        foreach (var (k, index) in instance.Classes.Select((k, index) => (k, index)).OrderByDescending(x => x.k.RevenueUsdPerGpuH + x.k.UnservedUsdPerGpuH))
            work.Serve(index, k.MinServedShare);
        var rest = instance.Classes.Select((k, index) => (Usd: k.RevenueUsdPerGpuH + k.UnservedUsdPerGpuH, Do: (Action)(() => work.Serve(index, 1))))
            .Concat(instance.Jobs.Select((job, j) => (job, j)).Where(x => !x.job.IsMandatory).Select(x =>
                (Usd: x.job.ValueUsd / (x.job.Gpus * x.job.LengthSlots * instance.SlotHours) + (jobsFirst ? 1e9 : 0), Do: (Action)(() => work.Run(x.j)))));
        foreach (var (_, place) in rest.OrderByDescending(x => x.Usd))
            place();
        return work;
    }
}
