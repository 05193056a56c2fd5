namespace ControlPlane.Fleet.Network;

/// <summary>
/// The wide-area network of ingresses and sites. Transfers follow shortest paths by latency, which may pass through other
/// ingresses and sites; capacities are unlimited.
/// </summary>
public sealed class WanGraph
{
    private readonly Dictionary<string, int> _index;
    private readonly List<(int To, double LatencyS)>[] _links;

    /// <summary>Makes the graph.</summary>
    /// <param name="nodes">Names of all nodes, unique.</param>
    /// <param name="links">Links between them; of parallel links the fastest counts.</param>
    /// <exception cref="ArgumentException">A link names an unknown node or has a negative or non-finite latency.</exception>
    public WanGraph(IEnumerable<string> nodes, IEnumerable<WanLink> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        _index = nodes.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        _links = new List<(int, double)>[_index.Count];
        for (var i = 0; i < _links.Length; i++)
            _links[i] = [];
        foreach (var link in links)
            Connect(link);
    }

    /// <summary>Latency of the shortest path from one node to every other, in seconds, by node order; infinite where there is no path.</summary>
    /// <param name="from">Node name.</param>
    public double[] LatenciesFrom(string from)
    {
        var distance = new double[_links.Length];
        Array.Fill(distance, double.PositiveInfinity);
        var open = new PriorityQueue<int, double>();
        distance[_index[from]] = 0;
        open.Enqueue(_index[from], 0);
        while (open.TryDequeue(out var node, out var reached))
        {
            if (reached > distance[node])
                continue;
            foreach (var (to, latencyS) in _links[node])
            {
                if (reached + latencyS >= distance[to])
                    continue;
                distance[to] = reached + latencyS;
                open.Enqueue(to, distance[to]);
            }
        }

        return distance;
    }

    private void Connect(WanLink link)
    {
        if (!(link.LatencyS >= 0) || double.IsInfinity(link.LatencyS))
            throw new ArgumentException($"The link {link.From} - {link.To} has the latency {link.LatencyS} s; it must be ≥ 0.", nameof(link));
        var from = Find(link.From);
        var to = Find(link.To);
        _links[from].Add((to, link.LatencyS));
        _links[to].Add((from, link.LatencyS));
    }

    private int Find(string name) =>
        _index.TryGetValue(name, out var i) ? i : throw new ArgumentException($"The WAN has no node '{name}'.", nameof(name));
}
