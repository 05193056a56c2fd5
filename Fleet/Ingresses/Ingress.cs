using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Ingresses;

/// <summary>
/// Where jobs enter a region. It owns every accepted job until a data centre has it: those on their way (the outbox) and those held because no site may
/// take them now. A deterministic state machine, as <see cref="Sites.DataCenter"/> is.
/// </summary>
/// <param name="index">Its index in the fleet.</param>
/// <param name="model">The fleet.</param>
public sealed class Ingress(int index, FleetModel model)
{
    private readonly Outbox _outbox = new();
    private readonly List<WorkItem> _held = [];

    /// <summary>Its index in the fleet.</summary>
    public int Index { get; } = index;

    /// <summary>Jobs on their way to a site.</summary>
    public int InTransit => _outbox.Count;

    /// <summary>Jobs held until a site may take them.</summary>
    public int Held => _held.Count;

    /// <summary>Sends a job to the site that the rule chooses, or holds it.</summary>
    /// <param name="item">The job, here.</param>
    /// <param name="rule">Chooses the site.</param>
    /// <param name="view">What is known of the fleet now.</param>
    /// <param name="shipment">The job on its way, if the method returns true.</param>
    /// <returns>False when the job is held.</returns>
    /// <exception cref="InvalidOperationException">The rule chose a site that the mask forbids.</exception>
    public bool Dispatch(in WorkItem item, IPlacementRule rule, FleetView view, out Shipment shipment)
    {
        if (TrySend(item, rule, view, out shipment))
            return true;
        _held.Add(item);
        return false;
    }

    /// <summary>
    /// Sends held jobs in order of arrival, as far as the rule places them; the first one without constraints that must wait on ends the attempt.
    /// </summary>
    /// <param name="rule">Chooses the sites.</param>
    /// <param name="view">What is known of the fleet now.</param>
    /// <param name="sent">Receives the jobs on their way.</param>
    public void Retry(IPlacementRule rule, FleetView view, Action<Shipment> sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var kept = 0;
        var position = 0;
        for (; position < _held.Count; position++)
        {
            var item = _held[position];
            if (TrySend(item, rule, view, out var shipment))
            {
                sent(shipment);
                continue;
            }

            if (item.Job.Constraint is null)
                break;
            _held[kept++] = item;
        }

        _held.RemoveRange(kept, position - kept);
    }

    /// <summary>A transfer ends: the job leaves the outbox.</summary>
    /// <param name="slot">Slot of the shipment.</param>
    /// <param name="generation">Generation of the shipment.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="shipment">The shipment, its transfer time booked.</param>
    /// <returns>False when the job was withdrawn on its way.</returns>
    public bool TryDeliver(int slot, int generation, double nowS, out Shipment shipment)
    {
        if (!_outbox.TryRemove(slot, generation, out shipment))
            return false;
        shipment = shipment with { Item = shipment.Item.EndTransfer(nowS) };
        return true;
    }

    /// <summary>Withdraws a job that is here or on its way.</summary>
    /// <param name="id">The job.</param>
    /// <param name="shipment">Its shipment, if it was on its way.</param>
    /// <returns>False when the ingress does not have it.</returns>
    public bool TryCancel(JobId id, out Shipment? shipment)
    {
        shipment = null;
        var position = _held.FindIndex(i => i.Job.Id == id);
        if (position >= 0)
        {
            _held.RemoveAt(position);
            return true;
        }

        if (!_outbox.TryFind(id, out var found))
            return false;
        _outbox.TryRemove(found.Slot, found.Generation, out _);
        shipment = found;
        return true;
    }

    private bool TrySend(in WorkItem item, IPlacementRule rule, FleetView view, out Shipment shipment)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(view);
        shipment = default;
        var placement = rule.Place(item.Job, view);
        if (placement.IsHold)
            return false;
        Feasibility.Require(item.Job, view, placement);
        var wanted = item.EndWait(view.NowS) with { Wanted = placement.Wanted };
        shipment = _outbox.Add(wanted, placement.Site, model.LatencyS(Index, placement.Site));
        view.Sent(placement.Site);
        return true;
    }
}
