using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Policies.Generation.Live;
using ControlPlane.Silo.Embedded.Node.Energy;

namespace ControlPlane.Silo.Embedded.Node.Generation;

/// <summary>What decides for the service providers of a node: the rule for jobs, on the node's loop, and the dispatchers of their sites beside it.</summary>
internal sealed class NodeProviders
{
    private readonly OpenSlots? _slots;

    /// <summary>Makes them.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="settings">How to decide.</param>
    /// <param name="time">The clock.</param>
    /// <param name="decide">Gives the node a decision for a slot of a provider.</param>
    public NodeProviders(FleetModel model, ProviderSettings settings, TimeProvider time, Func<int, long, SlotDecision, Task> decide)
    {
        Rule = new LiveGeneration(settings.Rule);
        if (model.Generation is not { } fleet)
            return;
        SiteDispatcher[] sites = [.. fleet.Providers.Select((p, i) => new SiteDispatcher(i, p.Energy, p.PeakLoadKw, settings.Dispatch, time))];
        _slots = new OpenSlots(sites, decide, (_, _) => { });
    }

    /// <summary>Decides about generation jobs. On the node's loop only.</summary>
    public IGenerationRule Rule { get; }

    /// <summary>Looks for slots that nobody has decided. On the node's loop only.</summary>
    /// <param name="node">The node.</param>
    public void Look(ControlNode node) => _slots?.Answer(node.UndecidedProviders());
}
