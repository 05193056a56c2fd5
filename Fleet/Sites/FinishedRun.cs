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
    /// <summary>Its job; without a number where the run came with a report of its site.</summary>
    public Job Job { get; init; }

    /// <summary>A run as policies hear of it.</summary>
    public Run ToRun() => new(WorkItem.Submitted(Job) with { RemainingUnits = Units }, Allocation, (EndS - StartS) / Units, PowerW, StartS, EndS, 0, 0);

    /// <summary>
    /// Whether it tells anything of a table: it is one of its operating points, and took and drew between a tenth and ten times of what the table says. Beyond that another clock is at work, such as that of an
    /// agent that only plays jobs, or a meter is wrong.
    /// </summary>
    /// <param name="table">The site's table.</param>
    public bool IsTelling(OperatingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Allocation.Gpus < 1 || Allocation.Gpus > table.MaxGpus || (uint)Allocation.ClockLevel >= (uint)table.Levels)
            return false;
        var factor = (EndS - StartS) / (Units * table.SecondsPerUnit(Allocation));
        return factor is >= 0.1 and <= 10 && PowerW / table.PowerW(Allocation) is >= 0.1 and <= 10;
    }
}
