using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Ledger;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Capping;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Planned;
using ControlPlane.Simulation.Engine.Drift;
using ControlPlane.Simulation.Engine.Energy;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine;

/// <summary>One run: the event loop around the entities of a fleet. It only decides when an operation runs, never what it does, nor where.</summary>
internal sealed partial class SimulationRun : IDisposable
{
    private const double SecondsPerDay = 86_400;
    private const int EventsBetweenChecks = 8192;

    private readonly Scenario _scenario;
    private readonly RunOptions _options;
    private readonly EventQueue _pending = new();
    private readonly Workload _workload;
    private readonly IHostedFleet _fleet;
    private readonly ISiteOperations _sites;
    private readonly IIngressOperations _ingresses;
    private readonly IPolicyOperations _policy;
    private readonly JobLedger _ledger = new();
    private readonly EventLogHash _hash = new();
    private readonly RunRecorder _recorder;
    private readonly Auditor? _auditor;
    private readonly EnergyRun? _energy;
    private readonly bool _published;
    private readonly bool _freshStatus;
    private readonly Action<Shipment> _sent;
    private double _nowS;
    private long _lastJob;
    private long _events;
    private bool _partial;

    public SimulationRun(Scenario scenario, PolicySpec policy, long seed, RunOptions options)
    {
        _scenario = scenario;
        _options = options;
        RequireRates(scenario, policy);
        if (options.Shadow is not null)
            RequireRates(scenario, options.Shadow);
        _capper = scenario.PowerCap is { } cap ? new PowerCapper(scenario.Fleet.Tables, cap.LimitW, cap.Mode) : null;
        _published = scenario.Random == RandomMode.Published;
        _freshStatus = scenario.StatusEveryS == 0;
        _workload = new Workload(scenario, seed);
        _arrivalGenerations = new int[scenario.Fleet.Ingresses.Count];
        _failureStreams = [.. scenario.GpuFailures.Select(f => new RandomStream(seed, $"failures/{scenario.Fleet.Sites[f.Site].Name}"))];
        _failureGenerations = new int[scenario.GpuFailures.Count];
        _recorder = new RunRecorder(scenario, policy.Label, seed);
        _sent = Sent;
        _fleet = options.Host.Open(new FleetSetup(
            scenario.Fleet, policy, seed, _workload.Shared, Workload.MeanSizeUnits(scenario), Workload.LoadUnitsPerS(scenario), options.Observer)
        {
            Fallback = scenario.Fallback,
            Shadow = options.Shadow,
        });
        // After the policy, which refuses a plan that does not suit the fleet.
        _energy = scenario.Energy is null ? null : new EnergyRun(scenario, BatteryPlan.Of(policy));
        _sites = _fleet.Sites;
        _ingresses = _fleet.Ingresses;
        _policy = _fleet.Policy;
        _truth = scenario.Drift.Count > 0 ? new DriftTruth(scenario, seed) : null;
        _auditor = options.Audit ? new Auditor(scenario.Fleet, _sites, _ingresses) : null;
    }

    public void Dispose()
    {
        _fleet.Dispose();
        _hash.Dispose();
    }

    /// <summary>Runs to the horizon or until cancelled.</summary>
    public void Execute(CancellationToken cancellation)
    {
        Begin();
        if (!Advance(_scenario.HorizonS, cancellation))
            return;
        _nowS = _scenario.HorizonS;
        CloseEnergySlots();
        Meter();
        _options.Progress?.Invoke(1);
    }

    /// <summary>Handles the events up to a moment; <see cref="Begin"/> comes first.</summary>
    /// <returns>False when cancelled.</returns>
    public bool Advance(double untilS, CancellationToken cancellation)
    {
        while (_pending.NextTimeS <= untilS)
        {
            if (_events % EventsBetweenChecks == 0 && Interrupted(cancellation))
                return false;
            _pending.TryPop(out var entry);
            _events++;
            _nowS = entry.TimeS;
            Handle(entry);
            _auditor?.Check(_nowS, _ledger);
        }

        return true;
    }

    /// <summary>What the run leaves behind.</summary>
    public RunResult Result() =>
        _recorder.Finish(_nowS, _partial, _sites, _ledger.Snapshot(), _events, _hash.Value(), _energy) with { Shield = _policy.Interventions, PowerCap = CapResult(), Shadow = ShadowResult() };

    /// <summary>Puts the first events into the queue.</summary>
    public void Begin()
    {
        BeginDrift();
        for (var ingress = 0; ingress < _arrivalGenerations.Length; ingress++)
            ScheduleArrival(ingress);
        ScheduleTrace();
        for (var i = 0; i < _scenario.Events.Count; i++)
            _pending.Push(_scenario.Events[i].AtS, LoopEventKind.Scenario, i);
        for (var i = 0; i < _failureStreams.Length; i++)
            ScheduleGpuFailure(i);
        if (!_freshStatus)
            _pending.Push(_scenario.StatusEveryS, LoopEventKind.Status);
        BeginEnergy();
        if (_scenario.PowerCap is { } cap)
            Schedule(cap.EveryS, LoopEventKind.PowerCap);
        _pending.Push(_scenario.SampleEveryS, LoopEventKind.Sample);
        _pending.Push(SecondsPerDay, LoopEventKind.Day);
    }

    private static void RequireRates(Scenario scenario, PolicySpec policy)
    {
        if (scenario.Energy?.IsComplete != true && PolicyCatalog.Find(policy.Name)?.NeedsRates == true)
            throw new ArgumentException($"Policy '{policy.Name}' needs to know what energy costs: every site of the scenario must have an `energy` section.", nameof(policy));
    }

    private ShadowResult? ShadowResult() => _policy.Shadow is { } tally ? new ShadowResult(_options.Shadow!.Label, tally) : null;

    private bool Interrupted(CancellationToken cancellation)
    {
        _options.Progress?.Invoke(_nowS / _scenario.HorizonS);
        _partial = cancellation.IsCancellationRequested;
        if (_partial)
            CloseEnergySlots();
        return _partial;
    }

    private void Handle(in LoopEvent entry)
    {
        switch (entry.Kind)
        {
            case LoopEventKind.Arrival:
                OnArrival(entry.A, entry.B);
                break;
            case LoopEventKind.TraceArrival:
                OnTraceArrival();
                break;
            case LoopEventKind.Delivery:
                OnDelivery(entry.A, entry.B, entry.C);
                break;
            case LoopEventKind.Finish:
                OnFinish(entry.A, entry.B, entry.C);
                break;
            case LoopEventKind.Scenario:
                OnScenarioEvent(_scenario.Events[entry.A]);
                break;
            case LoopEventKind.GpuFailure:
                OnGpuFailure(entry.A, entry.B);
                break;
            case LoopEventKind.GpuRepair:
                OnGpuRepair(entry.A);
                break;
            case LoopEventKind.Status:
                OnStatus();
                break;
            case LoopEventKind.EnergySlot:
                OnEnergySlot();
                break;
            case LoopEventKind.PowerCap:
                OnPowerCap();
                break;
            case LoopEventKind.Drift:
                OnDrift(entry.A);
                break;
            case LoopEventKind.Sample:
                _recorder.Sample(_nowS, _sites, _ingresses.Held);
                _pending.Push(_recorder.NextSampleS, LoopEventKind.Sample);
                break;
            case LoopEventKind.Day:
                _recorder.EndDay(_nowS, _sites, _ingresses.Held);
                _pending.Push(_recorder.NextDayS, LoopEventKind.Day);
                break;
            default:
                throw new InvalidOperationException($"The event loop has no event {entry.Kind}.");
        }
    }

    private void OnStatus()
    {
        for (var site = 0; site < _scenario.Fleet.SiteCount; site++)
            Report(site);
        _pending.Push(_nowS + _scenario.StatusEveryS, LoopEventKind.Status);
        RetryHeld();
    }

    // Policies see a site's change at once, unless the scenario makes reports stale.
    private void Changed(int site)
    {
        if (_freshStatus)
            Report(site);
    }

    private void Report(int site) => _policy.Report(_sites.Status(site, _nowS));

    private void Log(FleetEventKind kind, in Job job, int site, Fleet.Hardware.Allocation allocation = default, double value = 0) =>
        Record(new FleetEvent(_nowS, kind, job.Id, job.Ingress, site, allocation, value));

    private void LogSite(FleetEventKind kind, int site) => Record(new FleetEvent(_nowS, kind, default, -1, site));

    private void Record(in FleetEvent entry)
    {
        _hash.Record(entry);
        _options.Sink?.Record(entry);
    }
}
