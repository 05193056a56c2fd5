using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>Ingresses in this process.</summary>
internal sealed class DirectIngresses(FleetModel model, IPlacementRule rule, FleetView view) : IIngressOperations
{
    private readonly Ingress[] _ingresses = [.. model.Ingresses.Select((_, i) => new Ingress(i, model))];

    public int Held
    {
        get
        {
            var held = 0;
            foreach (var ingress in _ingresses)
                held += ingress.Held;
            return held;
        }
    }

    public int InTransit => _ingresses.Sum(i => i.InTransit);

    public bool Dispatch(in WorkItem item, double nowS, out Shipment shipment)
    {
        view.SetTime(nowS);
        return _ingresses[item.Job.Ingress].Dispatch(item, rule, view, out shipment);
    }

    public void Retry(double nowS, Action<Shipment> sent)
    {
        view.SetTime(nowS);
        foreach (var ingress in _ingresses)
        {
            if (ingress.Held > 0)
                ingress.Retry(rule, view, sent);
        }
    }

    public bool TryDeliver(int ingress, int slot, int generation, double nowS, out Shipment shipment)
    {
        if (!_ingresses[ingress].TryDeliver(slot, generation, nowS, out shipment))
            return false;
        view.Arrived(shipment.Site);
        return true;
    }

    public bool TryCancel(JobId id, out Shipment? shipment)
    {
        foreach (var ingress in _ingresses)
        {
            if (!ingress.TryCancel(id, out shipment))
                continue;
            if (shipment is { } lost)
                view.Arrived(lost.Site);
            return true;
        }

        shipment = null;
        return false;
    }
}
