using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <summary>A run that is complete, as far as it tells how fast its site is and what it draws.</summary>
/// <param name="Allocation">Its GPUs and clock level.</param>
/// <param name="Units">The work that it did, units.</param>
/// <param name="StartS">When it started.</param>
/// <param name="EndS">When it ended.</param>
/// <param name="PowerW">What it drew, W.</param>
public readonly record struct FinishedRun(Allocation Allocation, double Units, double StartS, double EndS, double PowerW)
{
    /// <summary>A run as policies hear of it; of a job without a number.</summary>
    public Run ToRun() => new(WorkItem.Submitted(new Job(default, 0, Units, StartS)), Allocation, (EndS - StartS) / Units, PowerW, StartS, EndS, 0, 0);

    /// <summary>
    /// Whether it tells anything of a table: it is one of its operating points, and took between a tenth and ten times of what the table says. Beyond that another clock is at work, such as that of an agent that
    /// only plays jobs.
    /// </summary>
    /// <param name="table">The site's table.</param>
    public bool IsTelling(OperatingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Allocation.Gpus < 1 || Allocation.Gpus > table.MaxGpus || (uint)Allocation.ClockLevel >= (uint)table.Levels)
            return false;
        var factor = (EndS - StartS) / (Units * table.SecondsPerUnit(Allocation));
        return factor is >= 0.1 and <= 10 && PowerW > 0;
    }
}
