using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <summary>A job on GPUs, from its start to the moment it finishes or is interrupted.</summary>
/// <param name="Item">The job and what was left of it at the start.</param>
/// <param name="Allocation">Its GPUs and clock level.</param>
/// <param name="SecondsPerUnit">T(n, f), s/unit.</param>
/// <param name="PowerW">P(n, f), W.</param>
/// <param name="StartS">When it started.</param>
/// <param name="FinishS">When it will finish if nothing interrupts it.</param>
/// <param name="Slot">Its place in the data centre's table of runs.</param>
/// <param name="Generation">Distinguishes the runs that used the slot one after another.</param>
public readonly record struct Run(
    WorkItem Item,
    Allocation Allocation,
    double SecondsPerUnit,
    double PowerW,
    double StartS,
    double FinishS,
    int Slot,
    int Generation)
{
    /// <summary>Work done by now, in units.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public double UnitsDone(double nowS) =>
        nowS >= FinishS ? Item.RemainingUnits : Math.Min(Item.RemainingUnits, (nowS - StartS) / SecondsPerUnit);

    /// <summary>Energy used by now, in joules.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public double EnergyJ(double nowS) => PowerW * (nowS - StartS);
}
