using ControlPlane.Fleet.Network;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes the links of the network and checks that every ingress reaches every site.</summary>
/// <param name="sites">The sites.</param>
/// <param name="ingresses">The ingresses.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class WanBinder(NameTable sites, NameTable ingresses, Problems problems)
{
    /// <summary>The most links, copies counted.</summary>
    private const long MaxLinks = 1_000_000;

    /// <summary>The most links that all shortest-path searches together may look at; about a second.</summary>
    private const long MaxSearch = 200_000_000;

    private readonly List<WanLink> _links = [];

    /// <summary>Makes the links.</summary>
    /// <param name="wan">The network.</param>
    public IReadOnlyList<WanLink> Bind(Section wan)
    {
        var written = new Dictionary<(string, string), YamlNode>();
        foreach (var link in wan.Find(WanFields.Links) ?? [])
            Add(link, written);
        if (wan.Has(WanFields.DefaultLatency))
            AddAll(wan);
        if (2L * _links.Count * ingresses.Names.Count > MaxSearch)
            problems.Add(wan.Node, $"ingresses × links must be at most {MaxSearch / 2}, not {ingresses.Names.Count} × {_links.Count}");
        CheckReach(wan.Node);
        return _links;
    }

    private void Add(Section link, Dictionary<(string From, string To), YamlNode> written)
    {
        var (from, to) = (link.Get(WanFields.From), link.Get(WanFields.To));
        var ends = string.CompareOrdinal(from.Text, to.Text) <= 0 ? (from.Text, to.Text) : (to.Text, from.Text);
        if (!written.TryAdd(ends, link.Node))
        {
            problems.Add(link.Node, $"the link is already on line {written[ends].Line}; links hold in both directions");
            return;
        }

        var (fromNames, toNames) = (Names(from), Names(to));
        if (from.Text == to.Text)
            problems.Add(to, "a link joins two different nodes");
        else if ((long)fromNames.Count * toNames.Count + _links.Count > MaxLinks)
            problems.Add(link.Node, $"with it there are more than {MaxLinks} links");
        else
            AddPairs(fromNames, toNames, link.Get(WanFields.LinkLatency));
    }

    private void AddAll(Section wan)
    {
        if ((long)sites.Names.Count * ingresses.Names.Count + _links.Count > MaxLinks)
            problems.Add(wan.At(WanFields.DefaultLatency), $"it makes more than {MaxLinks} links");
        else
            AddPairs(ingresses.Names, sites.Names, wan.Get(WanFields.DefaultLatency));
    }

    private void AddPairs(IReadOnlyList<string> from, IReadOnlyList<string> to, double latencyS)
    {
        foreach (var a in from)
        {
            foreach (var b in to)
                _links.Add(new WanLink(a, b, latencyS));
        }
    }

    private IReadOnlyList<string> Names(YamlScalar name)
    {
        var ingress = ingresses.Find(name.Text);
        if (ingress.Count > 0)
            return [.. ingress.Select(i => ingresses.Names[i])];
        var site = sites.Find(name.Text);
        if (site.Count > 0)
            return [.. site.Select(i => sites.Names[i])];
        var known = ingresses.Known.Concat(sites.Known).ToList();
        problems.Add(name, $"there is no ingress or site {name.Described}; {Suggestion.For(name.Text, known, "nodes")}");
        return [];
    }

    // Links hold in both directions: every ingress reaches every site exactly if all nodes hang together.
    private void CheckReach(YamlMapping wan)
    {
        if (!problems.None)
            return;
        var neighbours = _links.Concat(_links.Select(l => new WanLink(l.To, l.From, l.LatencyS))).ToLookup(l => l.From, l => l.To);
        var start = ingresses.Names[0];
        var reached = new HashSet<string> { start };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var node))
        {
            foreach (var next in neighbours[node].Where(reached.Add))
                open.Push(next);
        }

        if (ingresses.Names.Concat(sites.Names).FirstOrDefault(n => !reached.Contains(n)) is { } lost)
            problems.Add(wan, $"no path leads from '{start}' to '{lost}'; add a link, or default-latency for direct links between all");
    }
}
