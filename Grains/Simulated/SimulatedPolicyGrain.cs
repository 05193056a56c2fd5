using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Simulated;

/// <summary>
/// Hosts a <see cref="ShieldedPolicy"/> and its <see cref="FleetView"/>, one activation a run: policies with state (round robin, UCB1, fluid) need one
/// total order of decisions and reports. Policies without state are to be served by [StatelessWorker] grains that hold an immutable snapshot, so that a
/// region's decisions do not pass through one activation (docs/adr/0004). State is in memory only, as it is with <see cref="SimulatedDataCenterGrain"/>.
/// </summary>
[KeepAlive]
public sealed class SimulatedPolicyGrain : Grain, ISimulatedPolicyGrain
{
    private ShieldedPolicy? _policy;
    private FleetView? _view;
    private PythonRandom? _shared;

    private ShieldedPolicy Policy => _policy ?? throw new InvalidOperationException($"The policy '{this.GetPrimaryKeyString()}' is not open.");

    /// <inheritdoc/>
    public Task<PolicyFacts> Open(PolicySetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (_policy is null)
        {
            _view = new FleetView(setup.Fleet.ToFleet());
            _shared = setup.SharesStream ? new PythonRandom(setup.Seed) : null;
            var context = new PolicyContext(_view, new RandomStream(setup.Seed, "policy"), _shared, setup.MeanSizeUnits, setup.LoadUnitsPerS);
            var policy = PolicyCatalog.Create(new PolicySpec(setup.Name, setup.Settings) { Model = setup.Model?.ToModel() }, context);
            var fallback = setup.Fallback?.ToSpec() ?? ShieldedPolicy.DefaultFallback;
            _policy = ShieldedPolicy.Around(policy, fallback, context, new RandomStream(setup.Seed, "fallback"));
        }

        return Task.FromResult(new PolicyFacts(_policy.ReplacesOnFinish));
    }

    /// <inheritdoc/>
    public Task<PlacementReply> Place(JobRecord job, double nowS) => Task.FromResult(Decide(job.ToFleet(), nowS));

    /// <inheritdoc/>
    public Task<PlacementReply> PlaceToSend(JobRecord job, double nowS)
    {
        var reply = Decide(job.ToFleet(), nowS);
        if (reply.Report is not null)
            _view!.Sent(reply.Placement.Site);
        return Task.FromResult(reply);
    }

    /// <inheritdoc/>
    public Task<AllocationRecord> Allocate(WorkRecord item, SiteStatusRecord site) =>
        Task.FromResult(Policy.Allocate(item.ToFleet(), site.ToFleet()).ToWire());

    /// <inheritdoc/>
    public Task Report(SiteStatusRecord status)
    {
        _ = Policy;
        _view!.Report(status.ToFleet());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SetRate(int site, double usdPerKwh, double carbonKgPerKwh)
    {
        _ = Policy;
        _view!.SetRate(site, new EnergyRate(usdPerKwh, carbonKgPerKwh));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Arrived(int site)
    {
        _ = Policy;
        _view!.Arrived(site);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Completed(RunRecord run, int site, double nowS)
    {
        Policy.Completed(run.ToFleet(), site, nowS);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<long> AlignStream(long position)
    {
        if (_shared is null)
            throw new InvalidOperationException($"The policy '{this.GetPrimaryKeyString()}' shares no stream.");
        _shared.MoveTo(Math.Max(position, _shared.Position));
        return Task.FromResult(_shared.Position);
    }

    /// <inheritdoc/>
    public Task<ShieldCountsRecord> Interventions() => Task.FromResult(Policy.Log.Counts().ToWire());

    /// <inheritdoc/>
    public Task Close()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private PlacementReply Decide(in Job job, double nowS)
    {
        var policy = Policy;
        _view!.SetTime(nowS);
        var placement = policy.Place(job, _view);
        return new PlacementReply(placement.ToWire(), placement.IsHold ? null : _view.Sites[placement.Site].ToWire());
    }
}
