using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Silo.Embedded.Node.Energy;

/// <summary>Answers a node's open slots beside its loop: the node never waits for a dispatcher. A fleet without an energy side has none of it.</summary>
internal sealed class NodeDispatch : IDisposable
{
    private const int LooksAShow = 4;
    private readonly SiteDispatcher?[] _sites;
    private readonly long[] _asked;
    private readonly Func<int, long, SlotDecision, Task> _decide;
    private readonly FleetModel _model;
    private readonly EnergyMetrics? _metrics;
    private int _looks;

    /// <summary>Makes the dispatchers.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="settings">How to decide.</param>
    /// <param name="time">The clock.</param>
    /// <param name="decide">Gives the node a decision for a slot of a site.</param>
    public NodeDispatch(FleetModel model, DispatchSettings settings, TimeProvider time, Func<int, long, SlotDecision, Task> decide)
    {
        _sites = [.. model.Sites.Select((s, i) => s.Energy is { } energy ? new SiteDispatcher(i, energy, SiteEnergyDesk.MostLoadKw(s), settings, time) : null)];
        _asked = new long[_sites.Length];
        (_model, _decide) = (model, decide);
        HasWork = _sites.Any(s => s is not null);
        _metrics = HasWork ? new EnergyMetrics() : null;
    }

    /// <summary>Whether any site has an energy side.</summary>
    public bool HasWork { get; }

    /// <summary>Looks for slots that nobody has decided. On the node's loop only.</summary>
    /// <param name="node">The node.</param>
    public void Look(ControlNode node)
    {
        if (!HasWork)
            return;
        foreach (var question in node.Undecided())
        {
            if (Interlocked.Exchange(ref _asked[question.Site], question.Slot) != question.Slot)
                _ = Task.Run(() => Answer(question));
        }

        if (_looks++ % LooksAShow == 0)
            _metrics!.Show(node.SitesEnergy());
    }

    /// <inheritdoc/>
    public void Dispose() => _metrics?.Dispose();

    private async Task Answer(DispatchQuestion question)
    {
        try
        {
            var decision = await _sites[question.Site]!.Decide(question);
            await _decide(question.Site, question.Slot, decision);
            _metrics!.Count(_model.Sites[question.Site].Name, decision.Source);
        }
        catch (Exception failure) when (failure is ControlException or OperationCanceledException or ObjectDisposedException)
        {
            // The journal is away or the node stops: the next look, if there is one, asks again.
            Interlocked.CompareExchange(ref _asked[question.Site], 0, question.Slot);
        }
    }
}
