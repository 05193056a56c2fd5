using ControlPlane.Client.Output;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Showing;

/// <summary>A scenario's fleet as tables.</summary>
internal static class FleetTables
{
    private const double WattsPerKw = 1000;

    /// <summary>The most work that all sites together can do, units/s.</summary>
    /// <param name="scenario">The scenario.</param>
    public static double CapacityUnitsPerS(Scenario scenario) => Enumerable.Range(0, scenario.Fleet.SiteCount).Sum(i => CapacityUnitsPerS(scenario, i));

    /// <summary>A row a site.</summary>
    /// <param name="scenario">The scenario.</param>
    public static Table Sites(Scenario scenario)
    {
        var fleet = scenario.Fleet;
        var meanSizeUnits = OfferedLoad.Of(scenario).MeanSizeUnits;
        var table = new Table("Sites", [
            Column.Words("site", "site"), Column.Words("gpu", "GPU"), new("gpus", "GPUs"), Column.Words("clocks", "clocks"), new("max_gpus_per_job", "per job"),
            new("efficient_clock_one_gpu", "best clock", "1 GPU"), new("joules_per_unit_one_gpu", "energy", "J/unit"),
            new("mean_service_s_one_gpu", "mean job", "s"), new("efficient_clock_most_gpus", "best clock", "most GPUs"),
            new("joules_per_unit_most_gpus", "energy", "J/unit"), new("mean_service_s_most_gpus", "mean job", "s"),
            new("capacity_units_per_s", "capacity", "units/s"), new("sleep_kw", "asleep", "kW"), Column.Words("queue_limit", "queue"),
            Column.Words("checkpoint", "checkpoint")]);
        for (var i = 0; i < fleet.SiteCount; i++)
        {
            var site = fleet.Sites[i];
            var points = fleet.Tables[i];
            table.Add([
                Cell.Of(site.Name), Cell.Of(site.Gpu.Name), Cell.Of(site.GpuCount), Cell.Of($"{site.Clocks[0]:0.##}..{site.Clocks[^1]:0.##}"), Cell.Of(points.MaxGpus),
                .. Efficient(points, 1, meanSizeUnits), .. Efficient(points, points.MaxGpus, meanSizeUnits),
                Cell.Of(CapacityUnitsPerS(scenario, i), 1), Cell.Of(site.Gpu.SleepW * site.GpuCount / WattsPerKw, 2),
                Cell.Of(site.QueueLimit is { } limit ? limit.ToString() : "no limit"), Cell.Of(Checkpoint(site.CheckpointIntervalS))]);
        }

        return table;
    }

    /// <summary>A row an ingress.</summary>
    /// <param name="scenario">The scenario.</param>
    public static Table Ingresses(Scenario scenario)
    {
        var table = new Table("Ingresses", [
            Column.Words("ingress", "ingress"), new("jobs_per_hour", "jobs", "per hour"), new("mean_size_units", "mean size", "units"),
            new("units_per_s", "work", "units/s"), Column.Words("allowed_sites", "allowed sites")]);
        for (var i = 0; i < scenario.Fleet.Ingresses.Count; i++)
        {
            var load = OfferedLoad.OfIngress(scenario, i);
            var allowed = scenario.Workloads[i].Constraint is { } set
                ? string.Join(", ", scenario.Fleet.Sites.Where((_, s) => set.Contains(s)).Select(s => s.Name))
                : "all";
            table.Add(
                Cell.Of(scenario.Fleet.Ingresses[i]), Cell.Of(load.JobsPerS * 3600, 1), Cell.Of(load.MeanSizeUnits, 0), Cell.Of(load.UnitsPerS, 1), Cell.Of(allowed));
        }

        return table;
    }

    /// <summary>A row an ingress, a column a site: latency in ms.</summary>
    /// <param name="scenario">The scenario.</param>
    public static Table Network(Scenario scenario)
    {
        var fleet = scenario.Fleet;
        var table = new Table("One-way latency of the shortest path, ms", [Column.Words("ingress", "ingress"), .. fleet.Sites.Select(s => new Column(s.Name, s.Name))]);
        for (var i = 0; i < fleet.Ingresses.Count; i++)
            table.Add([Cell.Of(fleet.Ingresses[i]), .. Enumerable.Range(0, fleet.SiteCount).Select(s => Cell.Of(fleet.LatencyS(i, s) * 1000, 0))]);
        return table;
    }

    /// <summary>A row an ingress with its nearest and farthest site: for fleets whose matrix nobody could read.</summary>
    /// <param name="scenario">The scenario.</param>
    public static Table NetworkSummary(Scenario scenario)
    {
        var fleet = scenario.Fleet;
        var table = new Table("One-way latency of the shortest path; --json has every pair", [
            Column.Words("ingress", "ingress"), Column.Words("nearest_site", "nearest site"), new("nearest_ms", "nearest", "ms"),
            Column.Words("farthest_site", "farthest site"), new("farthest_ms", "farthest", "ms")]);
        for (var i = 0; i < fleet.Ingresses.Count; i++)
        {
            var nearest = Enumerable.Range(0, fleet.SiteCount).MinBy(s => fleet.LatencyS(i, s));
            var farthest = Enumerable.Range(0, fleet.SiteCount).MaxBy(s => fleet.LatencyS(i, s));
            table.Add(
                Cell.Of(fleet.Ingresses[i]), Cell.Of(fleet.Sites[nearest].Name), Cell.Of(fleet.LatencyS(i, nearest) * 1000, 0),
                Cell.Of(fleet.Sites[farthest].Name), Cell.Of(fleet.LatencyS(i, farthest) * 1000, 0));
        }

        return table;
    }

    private static double CapacityUnitsPerS(Scenario scenario, int site)
    {
        var points = scenario.Fleet.Tables[site];
        var leastGpuS = double.PositiveInfinity;
        for (var gpus = 1; gpus <= points.MaxGpus; gpus++)
            leastGpuS = Math.Min(leastGpuS, gpus * points.SecondsPerUnit(new Allocation(gpus, points.Levels - 1)));
        return scenario.Fleet.Sites[site].GpuCount / leastGpuS;
    }

    private static Cell[] Efficient(OperatingTable points, int gpus, double meanSizeUnits)
    {
        var best = points.Efficient(gpus);
        return [Cell.Of(points.Clocks[best.ClockLevel], 2), Cell.Of(points.JoulesPerUnit(best), 3), Cell.Of(points.SecondsPerUnit(best) * meanSizeUnits, 0)];
    }

    private static string Checkpoint(double? intervalS) => intervalS switch
    {
        null => "none",
        0 => "continuous",
        { } seconds => Show.Duration(seconds),
    };
}
