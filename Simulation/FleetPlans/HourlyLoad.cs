using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>What a scenario's processes and traces are expected to bring, slot by slot: the means, not the draws of a seed.</summary>
internal static class HourlyLoad
{
    /// <summary>Work of some ingresses.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="ingresses">Their indices.</param>
    /// <param name="slots">Number of slots.</param>
    /// <param name="slotS">Length of a slot, s.</param>
    /// <returns>Units/s in each slot.</returns>
    public static double[] UnitsPerS(Scenario scenario, IReadOnlyCollection<int> ingresses, int slots, double slotS)
    {
        var load = new double[slots];
        foreach (var workload in ingresses.Select(i => scenario.Workloads[i]))
        {
            for (var slot = 0; slot < slots && workload is { Arrivals: { } arrivals, Sizes: { } sizes }; slot++)
                load[slot] += arrivals.MeanRatePerS(slot * slotS, (slot + 1) * slotS) * scenario.Load * sizes.MeanUnits;
        }

        foreach (var job in scenario.Trace.Where(j => ingresses.Contains(j.Ingress) && j.TimeS < slots * slotS))
            load[(int)(job.TimeS / slotS)] += job.SizeUnits / slotS;
        return load;
    }

    /// <summary>Ingresses whose jobs may run at the same sites: for a plan they are one.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<int[]> Groups(Scenario scenario) =>
        [.. Enumerable.Range(0, scenario.Workloads.Count).GroupBy(i => Key(scenario.Workloads[i])).Select(g => g.ToArray())];

    private static string Key(IngressWorkload workload) => workload.Constraint is { } sites ? string.Join(',', sites.Members) : "all";
}
