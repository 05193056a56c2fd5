namespace ControlPlane.Benchmarks.Bars;

/// <summary>What a child process measured of one policy on one scenario.</summary>
/// <param name="FirstWallS">Wall-clock time of the first run in the process, compilation included.</param>
/// <param name="WallS">Median wall-clock time of the further runs.</param>
/// <param name="CpuS">Median processor time of the further runs, of all threads.</param>
/// <param name="PeakMiB">Peak working set of the process after its first run.</param>
/// <param name="SteadyBytesPerEvent">Bytes allocated per event between 40 % and 90 % of the horizon.</param>
/// <param name="AllocatingShare">Share of the intervals of 8 192 events in which anything was allocated.</param>
/// <param name="SteadyLoad">Load factor at which that was measured: below 1 where the queue of the full load never becomes steady.</param>
/// <param name="Events">Events of the event loop in one run.</param>
/// <param name="Completed">Jobs completed in one run.</param>
/// <param name="JoulesPerUnit">J per unit as published.</param>
/// <param name="EventLogHash">SHA-256 of the event log, equal in all runs.</param>
internal sealed record RunFigures(
    double FirstWallS,
    double WallS,
    double CpuS,
    double PeakMiB,
    double SteadyBytesPerEvent,
    double AllocatingShare,
    double SteadyLoad,
    long Events,
    long Completed,
    double JoulesPerUnit,
    string EventLogHash);
