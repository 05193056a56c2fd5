namespace ControlPlane.Simulation.Scenarios;

/// <summary>What a scenario's processes and traces bring on average.</summary>
/// <param name="JobsPerS">Jobs per second.</param>
/// <param name="UnitsPerS">Work, units/s.</param>
public readonly record struct OfferedLoad(double JobsPerS, double UnitsPerS)
{
    /// <summary>Mean size of a job, units.</summary>
    public double MeanSizeUnits => UnitsPerS / JobsPerS;

    /// <summary>The load of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    public static OfferedLoad Of(Scenario scenario)
    {
        var total = default(OfferedLoad);
        for (var ingress = 0; ingress < scenario.Workloads.Count; ingress++)
            total = total.Plus(OfIngress(scenario, ingress));
        return total;
    }

    /// <summary>The load of one ingress.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="ingress">Ingress index.</param>
    public static OfferedLoad OfIngress(Scenario scenario, int ingress)
    {
        var workload = scenario.Workloads[ingress];
        var ratePerS = (workload.Arrivals?.RatePerS ?? 0) * scenario.Load;
        var load = new OfferedLoad(ratePerS, ratePerS * (workload.Sizes?.MeanUnits ?? 0));
        foreach (var job in scenario.Trace.Where(j => j.Ingress == ingress && j.TimeS <= scenario.HorizonS))
            load = load.Plus(new OfferedLoad(1 / scenario.HorizonS, job.SizeUnits / scenario.HorizonS));
        return load;
    }

    private OfferedLoad Plus(OfferedLoad other) => new(JobsPerS + other.JobsPerS, UnitsPerS + other.UnitsPerS);
}
