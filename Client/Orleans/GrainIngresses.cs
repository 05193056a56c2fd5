using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>Ingress grains as the event loop uses them. Every answer carries the counts of its ingress, which are kept here.</summary>
internal sealed class GrainIngresses(ISimulatedIngressGrain[] grains, SharedStream stream) : IIngressOperations
{
    private readonly IngressCounts[] _counts = new IngressCounts[grains.Length];

    public int Held => _counts.Sum(c => c.Held);

    public int InTransit => _counts.Sum(c => c.InTransit);

    public bool Dispatch(in WorkItem item, double nowS, out Shipment shipment)
    {
        var record = item.ToWire();
        var ingress = item.Job.Ingress;
        return Take(ingress, stream.Around(() => grains[ingress].Dispatch(record, nowS)), out shipment);
    }

    public void Retry(double nowS, Action<Shipment> sent)
    {
        for (var i = 0; i < grains.Length; i++)
        {
            if (_counts[i].Held == 0)
                continue;
            var grain = grains[i];
            var reply = stream.Around(() => grain.Retry(nowS));
            _counts[i] = reply.Counts;
            foreach (var shipment in reply.Sent)
                sent(shipment.ToFleet());
        }
    }

    public bool TryDeliver(int ingress, int slot, int generation, double nowS, out Shipment shipment) =>
        Take(ingress, grains[ingress].Deliver(slot, generation, nowS).GetAwaiter().GetResult(), out shipment);

    public bool TryCancel(JobId id, out Shipment? shipment)
    {
        for (var i = 0; i < grains.Length; i++)
        {
            var reply = grains[i].Cancel(id.Value).GetAwaiter().GetResult();
            _counts[i] = reply.Counts;
            if (!reply.Found)
                continue;
            shipment = reply.Shipment?.ToFleet();
            return true;
        }

        shipment = null;
        return false;
    }

    private bool Take(int ingress, ShipmentReply reply, out Shipment shipment)
    {
        _counts[ingress] = reply.Counts;
        shipment = reply.Shipment?.ToFleet() ?? default;
        return reply.Shipment is not null;
    }
}
