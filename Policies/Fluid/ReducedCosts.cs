using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Fluid;

/// <summary>
/// The cost of a work unit at every operating point under a plan's prices: energy above sleep, GPU-seconds at the site's price, service time at its price.
/// Operating points of the plan have the least cost of all; how much more another one costs is what deviating from the plan costs.
/// </summary>
internal sealed class ReducedCosts
{
    private readonly MeasuredTables _tables;
    private readonly FleetModel _model;

    // By site and GPU count: the best clock level and its cost, J per unit.
    private readonly (int Level, double Joules)[][] _best;

    public ReducedCosts(MeasuredTables tables)
    {
        (_tables, _model) = (tables, tables.Model);
        _best = [.. _model.Tables.Select(t => new (int, double)[t.MaxGpus])];
    }

    /// <summary>Takes the prices of a plan.</summary>
    public void Price(FluidPlan plan)
    {
        for (var site = 0; site < _best.Length; site++)
        {
            var table = _model.Tables[site];
            for (var gpus = 1; gpus <= table.MaxGpus; gpus++)
                _best[site][gpus - 1] = BestLevel(plan, site, gpus);
        }
    }

    /// <summary>The cheapest operating point with room, or null when no GPU is free.</summary>
    public FluidOption? Cheapest(in Job job, FleetView view, Func<FleetView, int, int> room)
    {
        FluidOption? cheapest = null;
        var least = double.PositiveInfinity;
        foreach (ref readonly var status in view.Sites)
        {
            if (Feasibility.CheckFree(job, status) != MaskReason.None)
                continue;
            var most = Math.Min(room(view, status.Site), _model.Tables[status.Site].MaxGpus);
            for (var gpus = 1; gpus <= most; gpus++)
            {
                var (level, joules) = _best[status.Site][gpus - 1];
                if (joules >= least)
                    continue;
                least = joules;
                cheapest = new FluidOption(status.Site, new Allocation(gpus, level), 0);
            }
        }

        return cheapest;
    }

    /// <summary>Cost of a unit, J.</summary>
    private double Joules(FluidPlan plan, int site, Allocation allocation)
    {
        var secondsPerUnit = _tables.SecondsPerUnit(site, allocation);
        var gpuPriceW = plan.Point.Sites[site].CapacityPriceJPerGpuS - _model.Sites[site].Gpu.SleepW;
        return _tables.JoulesPerUnit(site, allocation)
            + gpuPriceW * allocation.Gpus * secondsPerUnit
            + plan.Point.ServiceTimePriceJPerUnitS * plan.MeanSizeUnits * secondsPerUnit;
    }

    private (int Level, double Joules) BestLevel(FluidPlan plan, int site, int gpus)
    {
        var best = (Level: 0, Joules: double.PositiveInfinity);
        for (var level = 0; level < _model.Tables[site].Levels; level++)
        {
            var joules = Joules(plan, site, new Allocation(gpus, level));
            if (joules < best.Joules)
                best = (level, joules);
        }

        return best;
    }
}
