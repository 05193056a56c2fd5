namespace ControlPlane.Planning.Joint.Solving;

/// <summary>What happens without any plan: jobs run first come, first served, inference is served where it arises, and sun and wind are used before the grid. Units and batteries rest.</summary>
public static class Unplanned
{
    /// <summary>What would be done.</summary>
    /// <param name="instance">The instance.</param>
    public static JointPlan Plan(JointInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        instance.Check();
        var work = FirstCome(instance);
        double[] none = [.. Enumerable.Repeat(0.0, instance.Slots)];
        return SunThenGrid(instance, new JointPlan
        {
            Starts = work.Starts,
            Routes = work.Routes,
            Sites = [.. instance.Sites.Select(site => new SitePlan
            {
                ImportMw = none,
                ExportMw = none,
                RenewableMw = none,
                ChargeMw = none,
                DischargeMw = none,
                UnitMw = [.. site.Units.Select(_ => none)],
                UnitOn = [.. site.Units.Select(_ => new bool[instance.Slots])],
            })],
        });
    }

    internal static WorkPlacer FirstCome(JointInstance instance)
    {
        var work = new WorkPlacer(instance, new SiteRoom(instance));
        for (var k = 0; k < instance.Classes.Count; k++)
        {
            for (var t = 0; t < instance.Slots; t++)
                work.ServeAt(k, instance.Classes[k].Origin, t, instance.Classes[k].DemandGpus[t]);
        }

        foreach (var (_, j) in instance.Jobs.Select((job, j) => (job, j)).OrderBy(x => x.job.ReleaseSlot))
            work.RunFirst(j);
        return work;
    }

    internal static JointPlan SunThenGrid(JointInstance instance, JointPlan plan)
    {
        var account = PlanReplay.Run(instance, plan);
        return plan with
        {
            Sites = [.. plan.Sites.Select((site, s) =>
            {
                double[] sun = [.. account.Sites[s].LoadMw.Select((mw, t) => Math.Min(mw, instance.Sites[s].RenewableMw[t]))];
                return site with { RenewableMw = sun, ImportMw = [.. account.Sites[s].LoadMw.Select((mw, t) => mw - sun[t])] };
            })],
        };
    }
}
