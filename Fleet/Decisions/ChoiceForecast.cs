using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Decisions;

/// <summary>What a choice would cost by the operating tables, so that policies without scores can be compared too.</summary>
/// <param name="EnergyJ">Energy of the job's work, joules.</param>
/// <param name="CompletionS">Transfer + wait + service, seconds: the wait is the work that must end before it, at the mean job size.</param>
public readonly record struct ChoiceForecast(double EnergyJ, double CompletionS)
{
    /// <summary>Forecasts a placement that is not a hold. No GPUs wanted are taken as one at its energy-optimal clock.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="placement">The placement.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    public static ChoiceForecast Of(in Job job, FleetView view, in Placement placement, double meanSizeUnits)
    {
        ArgumentNullException.ThrowIfNull(view);
        var table = view.Model.Tables[placement.Site];
        var allocation = placement.Wanted.Gpus > 0 ? placement.Wanted : table.Efficient(1);
        return new ChoiceForecast(job.SizeUnits * table.JoulesPerUnit(allocation), OfCompletion(job, view, placement.Site, allocation, meanSizeUnits));
    }

    /// <summary>When a job would be done, seconds from now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPUs, at least one, and clock.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    public static double OfCompletion(in Job job, FleetView view, int site, in Allocation allocation, double meanSizeUnits)
    {
        ArgumentNullException.ThrowIfNull(view);
        var secondsPerUnit = view.Model.Tables[site].SecondsPerUnit(allocation);
        ref readonly var status = ref view.Sites[site];
        var ahead = status.Queued + view.InTransit[site];
        var slots = Math.Max(1, status.UpGpus / allocation.Gpus);
        var free = status.FreeGpus / allocation.Gpus;
        var waitS = ahead < free ? 0 : (ahead - free + 1) * meanSizeUnits * secondsPerUnit / slots;
        return view.Model.LatencyS(job.Ingress, site) + waitS + job.SizeUnits * secondsPerUnit;
    }
}
