using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Node;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>Tells those who wait for something of a node that it changed, and nobody else: agents their tasks, readers of events that there are more.</summary>
internal sealed class NodeNews
{
    private readonly Dictionary<string, int> _sites;
    private readonly ChangeSignal[] _tasks;
    private readonly long[] _versions;
    private long _lastEvent;

    /// <summary>Nothing has changed yet.</summary>
    /// <param name="model">The fleet.</param>
    public NodeNews(FleetModel model)
    {
        _sites = Enumerable.Range(0, model.SiteCount).ToDictionary(s => model.Sites[s].Name, s => s);
        _tasks = [.. model.Sites.Select(_ => new ChangeSignal())];
        _versions = new long[model.SiteCount];
    }

    /// <summary>There are more events.</summary>
    public ChangeSignal Events { get; } = new();

    /// <summary>The task list of a site is another one; of a site that does not exist it never is.</summary>
    /// <param name="site">Its name.</param>
    public ChangeSignal Tasks(string site) => _sites.TryGetValue(site, out var index) ? _tasks[index] : new ChangeSignal();

    /// <summary>Looks at what is durable now. On the node's loop only.</summary>
    /// <param name="node">The node.</param>
    public void Tell(ControlNode node)
    {
        for (var site = 0; site < _tasks.Length; site++)
        {
            if (node.TasksVersion(site) is var version && version == _versions[site])
                continue;
            _versions[site] = version;
            _tasks[site].Pulse();
        }

        if (node.LastEvent == _lastEvent)
            return;
        _lastEvent = node.LastEvent;
        Events.Pulse();
    }
}
