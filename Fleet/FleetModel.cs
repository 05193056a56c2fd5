using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet;

/// <summary>What does not change while a fleet runs: its data centres and their operating points, its ingresses, its network.</summary>
public sealed class FleetModel
{
    private readonly LatencyTable _latencyS;

    /// <summary>Makes the model and all shortest paths.</summary>
    /// <param name="sites">Data centres, at least one, with unique names.</param>
    /// <param name="ingresses">Names of the ingresses, at least one, distinct from the sites.</param>
    /// <param name="links">Links of the network.</param>
    /// <exception cref="ArgumentException">An ingress cannot reach some site, or a link is wrong.</exception>
    public FleetModel(IReadOnlyList<DataCenterSpec> sites, IReadOnlyList<string> ingresses, IEnumerable<WanLink> links)
    {
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(ingresses);
        ArgumentOutOfRangeException.ThrowIfZero(sites.Count, nameof(sites));
        ArgumentOutOfRangeException.ThrowIfZero(ingresses.Count, nameof(ingresses));
        Sites = sites;
        Ingresses = ingresses;
        Links = [.. links];
        Tables = MakeTables(sites);
        var graph = new WanGraph(ingresses.Concat(sites.Select(s => s.Name)), Links);
        _latencyS = new LatencyTable([.. ingresses.Select(name => Reach(graph, name))]);
    }

    /// <summary>The data centres, by site index.</summary>
    public IReadOnlyList<DataCenterSpec> Sites { get; }

    /// <summary>Their operating points, by site index.</summary>
    public IReadOnlyList<OperatingTable> Tables { get; }

    /// <summary>Names of the ingresses, by ingress index.</summary>
    public IReadOnlyList<string> Ingresses { get; }

    /// <summary>The links of the network.</summary>
    public IReadOnlyList<WanLink> Links { get; }

    /// <summary>The service providers beside the data centres; null for none.</summary>
    public GenerationFleet? Generation { get; init; }

    /// <summary>Number of data centres.</summary>
    public int SiteCount => Sites.Count;

    /// <summary>One-way latency of the shortest path in seconds.</summary>
    /// <param name="ingress">Ingress index.</param>
    /// <param name="site">Site index.</param>
    public double LatencyS(int ingress, int site) => _latencyS[ingress, site];

    /// <summary>Energy of a work unit above that of the same GPUs asleep: what a job costs, J.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPU count and clock level.</param>
    public double JoulesAboveSleep(int site, Allocation allocation)
    {
        var table = Tables[site];
        return table.JoulesPerUnit(allocation) - Sites[site].Gpu.SleepW * allocation.Gpus * table.SecondsPerUnit(allocation);
    }

    // Sites with the same hardware share a table: a wide fleet then works on a few kilobytes of them instead of megabytes.
    private static OperatingTable[] MakeTables(IReadOnlyList<DataCenterSpec> sites)
    {
        var made = new Dictionary<(int MaxGpus, PowerCoefficients Power, LatencyCoefficients Latency, string Clocks), OperatingTable>();
        return [.. sites.Select(TableOf)];

        OperatingTable TableOf(DataCenterSpec site)
        {
            var hardware = (Math.Min(site.MaxGpusPerJob, site.GpuCount), site.Power, site.Latency, string.Join(' ', site.Clocks));
            if (!made.TryGetValue(hardware, out var table))
                made.Add(hardware, table = site.MakeTable());
            return table;
        }
    }

    private double[] Reach(WanGraph graph, string ingress)
    {
        var latencyS = graph.LatenciesFrom(ingress)[Ingresses.Count..];
        var lost = Array.FindIndex(latencyS, double.IsInfinity);
        if (lost >= 0)
            throw new ArgumentException($"No path leads from the ingress '{ingress}' to the site '{Sites[lost].Name}'.", nameof(ingress));
        return latencyS;
    }
}
