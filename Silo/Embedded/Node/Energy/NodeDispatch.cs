using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Silo.Embedded.Node.Energy;

/// <summary>Answers a node's open slots beside its loop: the node never waits for a dispatcher. A fleet without an energy side has none of it.</summary>
internal sealed class NodeDispatch : IDisposable
{
    private const int LooksAShow = 4;
    private readonly OpenSlots _slots;
    private readonly EnergyMetrics? _metrics;
    private int _looks;

    /// <summary>Makes the dispatchers.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="settings">How to decide.</param>
    /// <param name="time">The clock.</param>
    /// <param name="decide">Gives the node a decision for a slot of a site.</param>
    public NodeDispatch(FleetModel model, DispatchSettings settings, TimeProvider time, Func<int, long, SlotDecision, Task> decide)
    {
        SiteDispatcher?[] sites = [.. model.Sites.Select((s, i) => s.Energy is { } energy ? new SiteDispatcher(i, energy, SiteEnergyDesk.MostLoadKw(s), settings, time) : null)];
        HasWork = sites.Any(s => s is not null);
        _metrics = HasWork ? new EnergyMetrics() : null;
        _slots = new OpenSlots(sites, decide, (site, source) => _metrics!.Count(model.Sites[site].Name, source));
    }

    /// <summary>Whether any site has an energy side.</summary>
    public bool HasWork { get; }

    /// <summary>Looks for slots that nobody has decided. On the node's loop only.</summary>
    /// <param name="node">The node.</param>
    public void Look(ControlNode node)
    {
        if (!HasWork)
            return;
        _slots.Answer(node.Undecided());
        if (_looks++ % LooksAShow == 0)
            _metrics!.Show(node.SitesEnergy());
    }

    /// <inheritdoc/>
    public void Dispose() => _metrics?.Dispose();
}
