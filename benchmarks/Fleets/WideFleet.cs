using ControlPlane.Fleet;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Benchmarks.Fleets;

/// <summary>Any number of sites, the paper's eight in rotation, with the paper's load per site, in a star around the first.</summary>
internal static class WideFleet
{
    private const double LocalLatencyS = 0.010;
    private const double HubLatencyS = 0.050;

    /// <summary>The fleet.</summary>
    /// <param name="sites">Number of sites.</param>
    /// <param name="ingresses">Number of ingresses, at most one a site; the first sites have them.</param>
    public static FleetModel Model(int sites, int ingresses)
    {
        DataCenterSpec[] specs = [.. Enumerable.Range(0, sites).Select(Spec)];
        return new FleetModel(specs, [.. specs.Take(ingresses).Select(s => PaperFleet.Gateway(s.Name))], Links(specs, ingresses));
    }

    /// <summary>A run in which about the given number of jobs arrives.</summary>
    /// <param name="sites">Number of sites.</param>
    /// <param name="ingresses">Number of ingresses, at most one a site.</param>
    /// <param name="jobs">Expected number of jobs over the horizon.</param>
    public static Scenario Scenario(int sites, int ingresses, double jobs)
    {
        var ratePerS = PaperFleet.RatePerS * sites / ingresses;
        var workload = PaperFleet.Workload with { Arrivals = new ArrivalProcess(ratePerS) };
        return new Scenario
        {
            Name = $"wide-{sites}",
            Fleet = Model(sites, ingresses),
            HorizonS = jobs / (PaperFleet.RatePerS * sites),
            Workloads = [.. Enumerable.Repeat(workload, ingresses)],
        };
    }

    private static DataCenterSpec Spec(int index)
    {
        var spec = PaperFleet.Sites[index % PaperFleet.Sites.Count];
        return spec with { Name = $"{spec.Name}-{index}" };
    }

    private static IEnumerable<WanLink> Links(DataCenterSpec[] sites, int ingresses)
    {
        for (var i = 0; i < sites.Length; i++)
        {
            yield return new WanLink(sites[i].Name, sites[0].Name, HubLatencyS);
            if (i < ingresses)
                yield return new WanLink(PaperFleet.Gateway(sites[i].Name), sites[i].Name, LocalLatencyS);
        }
    }
}
