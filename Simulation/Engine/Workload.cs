using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine;

/// <summary>
/// Draws arrivals and sizes. In published order everything comes from one stream: a gap per ingress at the start, then at each arrival the size,
/// (the policy's route,) the next gap.
/// </summary>
internal sealed class Workload
{
    private readonly Scenario _scenario;
    private readonly IRandomStream[] _arrivals;
    private readonly IRandomStream[] _sizes;

    public Workload(Scenario scenario, long seed)
    {
        _scenario = scenario;
        Load = scenario.Load;
        var ingresses = scenario.Fleet.Ingresses;
        if (scenario.Random == RandomMode.Published)
        {
            Shared = new PythonRandom(seed);
            _arrivals = [.. ingresses.Select(_ => (IRandomStream)Shared)];
            _sizes = _arrivals;
        }
        else
        {
            _arrivals = [.. ingresses.Select(name => (IRandomStream)new RandomStream(seed, "arrivals/" + name))];
            _sizes = [.. ingresses.Select(name => (IRandomStream)new RandomStream(seed, "sizes/" + name))];
        }
    }

    /// <summary>The one stream of the published order; null otherwise.</summary>
    public PythonRandom? Shared { get; }

    /// <summary>Present factor on all rates.</summary>
    public double Load { get; set; }

    public double NextArrivalS(int ingress, double nowS) =>
        _scenario.Workloads[ingress].Arrivals is { } process ? process.Next(nowS, Load, _arrivals[ingress]) : double.PositiveInfinity;

    public double NextSizeUnits(int ingress) => _scenario.Workloads[ingress].Sizes!.Draw(_sizes[ingress]);

    /// <summary>Mean job size over all that is known beforehand, units.</summary>
    public static double MeanSizeUnits(Scenario scenario)
    {
        var (work, jobs) = Offered(scenario);
        return work / jobs;
    }

    /// <summary>Offered load of processes and traces, units/s.</summary>
    public static double LoadUnitsPerS(Scenario scenario) => Offered(scenario).WorkPerS;

    private static (double WorkPerS, double JobsPerS) Offered(Scenario scenario)
    {
        double work = 0;
        double jobs = 0;
        foreach (var workload in scenario.Workloads)
        {
            if (workload.Arrivals is null)
                continue;
            jobs += workload.Arrivals.RatePerS * scenario.Load;
            work += workload.Arrivals.RatePerS * scenario.Load * workload.Sizes!.MeanUnits;
        }

        foreach (var job in scenario.Trace)
        {
            jobs += 1 / scenario.HorizonS;
            work += job.SizeUnits / scenario.HorizonS;
        }

        return (work, jobs);
    }
}
