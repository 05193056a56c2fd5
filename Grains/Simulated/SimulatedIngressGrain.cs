using System.Collections.Immutable;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Simulated;

/// <summary>
/// Hosts an <see cref="Ingress"/>. A turn asks the policy grain first and then runs the operation with that answer. The entity checks the mask against the
/// report on which the decision rests, which comes with the answer. State is in memory only, as it is with <see cref="SimulatedDataCenterGrain"/>.
/// </summary>
[KeepAlive]
public sealed class SimulatedIngressGrain : Grain, ISimulatedIngressGrain
{
    private Ingress? _ingress;
    private FleetView? _view;
    private ISimulatedPolicyGrain? _policy;

    private Ingress Ingress => _ingress ?? throw new InvalidOperationException($"The ingress '{this.GetPrimaryKeyString()}' is not open.");

    private IngressCounts Counts => new(Ingress.Held, Ingress.InTransit);

    /// <inheritdoc/>
    public Task Open(IngressSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (_ingress is null)
        {
            var model = setup.Fleet.ToFleet();
            _ingress = new Ingress(setup.Index, model);
            _view = new FleetView(model);
            _policy = GrainFactory.GetGrain<ISimulatedPolicyGrain>(setup.Policy);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ShipmentReply> Dispatch(WorkRecord item, double nowS)
    {
        ArgumentNullException.ThrowIfNull(item);
        var work = item.ToFleet();
        var answers = new GivenPlacements();
        await Ask(work.Job, answers, nowS);
        var sent = Ingress.Dispatch(work, answers, _view!, out var shipment);
        return new ShipmentReply(sent ? shipment.ToWire() : null, Counts);
    }

    /// <inheritdoc/>
    public async Task<RetryReply> Retry(double nowS)
    {
        var sent = ImmutableArray.CreateBuilder<ShipmentRecord>();
        var answers = new GivenPlacements();
        Ingress.Retry(answers, _view!, Add);
        while (answers.TryTakeQuestion(out var job))
        {
            await Ask(job, answers, nowS);
            Ingress.Retry(answers, _view!, Add);
        }

        return new RetryReply(sent.ToImmutable(), Counts);

        void Add(Shipment shipment) => sent.Add(shipment.ToWire());
    }

    /// <inheritdoc/>
    public async Task<ShipmentReply> Deliver(int slot, int generation, double nowS)
    {
        if (!Ingress.TryDeliver(slot, generation, nowS, out var shipment))
            return new ShipmentReply(null, Counts);
        await Arrived(shipment);
        return new ShipmentReply(shipment.ToWire(), Counts);
    }

    /// <inheritdoc/>
    public async Task<IngressCancelReply> Cancel(long job)
    {
        var found = Ingress.TryCancel(new JobId(job), out var shipment);
        if (shipment is { } lost)
            await Arrived(lost);
        return new IngressCancelReply(found, shipment?.ToWire(), Counts);
    }

    /// <inheritdoc/>
    public Task Close()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Ask(Job job, GivenPlacements answers, double nowS)
    {
        _ = Ingress;
        var reply = await _policy!.PlaceToSend(job.ToWire(), nowS);
        _view!.SetTime(nowS);
        if (reply.Report is { } report)
            _view.Report(report.ToFleet());
        answers.Answer(job, reply.Placement.ToFleet());
    }

    private async Task Arrived(Shipment shipment)
    {
        _view!.Arrived(shipment.Site);
        await _policy!.Arrived(shipment.Site);
    }
}
