namespace ControlPlane.Planning.Joint.Programs;

/// <summary>Where a plan imports and exports, or charges and discharges, at once.</summary>
internal static class BothWays
{
    /// <summary>Power up to which a way counts as not used: what solvers leave of 0, MW.</summary>
    public const double ToleranceMw = 1e-7;

    /// <summary>Sites and slots that import and export at once.</summary>
    public static HashSet<(int Site, int Slot)> Grid(JointPlan plan) => Find(plan, site => (site.ImportMw, site.ExportMw));

    /// <summary>Sites and slots that charge and discharge at once.</summary>
    public static HashSet<(int Site, int Slot)> Storage(JointPlan plan) => Find(plan, site => (site.ChargeMw, site.DischargeMw));

    private static HashSet<(int Site, int Slot)> Find(JointPlan plan, Func<SitePlan, (IReadOnlyList<double> First, IReadOnlyList<double> Second)> ways)
    {
        var found = new HashSet<(int Site, int Slot)>();
        for (var s = 0; s < plan.Sites.Count; s++)
        {
            var (first, second) = ways(plan.Sites[s]);
            for (var t = 0; t < first.Count; t++)
            {
                if (Math.Min(first[t], second[t]) > ToleranceMw)
                    found.Add((s, t));
            }
        }

        return found;
    }
}
