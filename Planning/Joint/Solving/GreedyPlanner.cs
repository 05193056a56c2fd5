namespace ControlPlane.Planning.Joint.Solving;

/// <summary>
/// A feasible plan without any solver of whole numbers: the least shares of inference first, then jobs and the rest of inference by what a GPU-hour of theirs earns, each where its
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
        var room = new SiteRoom(instance);
        var work = new WorkPlacer(instance, room);
        foreach (var k in instance.Classes.Select((c, k) => (c, k)).OrderByDescending(x => x.c.RevenueUsdPerGpuH + x.c.UnservedUsdPerGpuH))
            work.Serve(k.k, k.c.MinServedShare);
        var mandatory = instance.Jobs.Select((job, j) => (job, j)).Where(x => x.job.IsMandatory).OrderByDescending(x => x.job.Gpus * x.job.LengthSlots);
        foreach (var (_, j) in mandatory)
            work.Run(j);
        var rest = instance.Classes.Select((c, k) => (Usd: c.RevenueUsdPerGpuH + c.UnservedUsdPerGpuH, Do: (Action)(() => work.Serve(k, 1))))
            .Concat(instance.Jobs.Select((job, j) => (Usd: job.ValueUsd / (job.Gpus * job.LengthSlots * instance.SlotHours), Do: (Action)(() => work.Run(j)))));
        foreach (var (_, serve) in rest.OrderByDescending(x => x.Usd))
            serve();
        return EnergyPlanner.TryComplete(instance, work.Starts, work.Routes, cancellationToken: cancellationToken);
    }
}
