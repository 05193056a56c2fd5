using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Planning.Frontier;

/// <summary>Frontier problems of a fleet.</summary>
public static class FleetFrontier
{
    /// <summary>The problem of a fleet with a given number of working GPUs at each site.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="gpus">Working GPUs by site; a fraction where it is an average over time, 0 for a lost site.</param>
    /// <param name="loadUnitsPerS">Work offered, units/s, above 0.</param>
    /// <param name="meanSizeUnits">Mean size of a job, units, above 0.</param>
    /// <param name="utilisation">Largest share of a site's GPUs that may be busy on average, above 0, at most 1.</param>
    public static FrontierProblem Problem(
        FleetModel model, IReadOnlyList<double> gpus, double loadUnitsPerS, double meanSizeUnits, double utilisation = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(gpus);
        var sites = model.Sites.Select((spec, i) => new FrontierSite(spec.Name, gpus[i], spec.Gpu.SleepW, Points(model.Tables[i])));
        return new FrontierProblem([.. sites], loadUnitsPerS, meanSizeUnits, utilisation);
    }

    /// <summary>The problem of a fleet whose GPUs all work.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="loadUnitsPerS">Work offered, units/s, above 0.</param>
    /// <param name="meanSizeUnits">Mean size of a job, units, above 0.</param>
    public static FrontierProblem Problem(FleetModel model, double loadUnitsPerS, double meanSizeUnits)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Problem(model, [.. model.Sites.Select(s => (double)s.GpuCount)], loadUnitsPerS, meanSizeUnits);
    }

    /// <summary>Every GPU count and clock of a site, counts ascending, then clocks.</summary>
    /// <param name="table">The site's operating points.</param>
    public static IReadOnlyList<OperatingPoint> Points(OperatingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var points = new List<OperatingPoint>(table.MaxGpus * table.Levels);
        for (var gpus = 1; gpus <= table.MaxGpus; gpus++)
        {
            for (var level = 0; level < table.Levels; level++)
            {
                var allocation = new Allocation(gpus, level);
                points.Add(new OperatingPoint(gpus, level, table.Clocks[level], table.PowerW(allocation), table.SecondsPerUnit(allocation)));
            }
        }

        return points;
    }
}
