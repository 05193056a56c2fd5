using System.Runtime.CompilerServices;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Live;

namespace ControlPlane.Host.Tests.Node;

/// <summary>A real node in memory, by the wall clock, without a journal.</summary>
internal sealed class NodePlane : IControlPlane
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private readonly Lock _gate = new();
    private readonly OperationBuffer _log = new();
    private readonly RandomStream _random = new(1, "node-plane");
    private readonly ControlNode _node;
    private readonly LiveGeneration _rule = new(LiveGeneration.Default);
    private int _failures;
    private int _started;

    public NodePlane(FleetModel model, NodeSettings settings)
    {
        _node = new ControlNode(model, settings, _log, 1);
        _node.Found(DateTimeOffset.UtcNow);
    }

    /// <summary>Reports of started jobs that agents have sent, repeated ones included.</summary>
    public int Started => Volatile.Read(ref _started);

    /// <summary>The next calls are refused as by a host whose storage does not write.</summary>
    public void FailNext(int calls) => _failures = calls;

    /// <summary>Why a list of jobs is refused whole; null if it is not.</summary>
    public Func<IReadOnlyList<JobSubmission>, ControlException?> OnSubmit { get; set; } = _ => null;

    /// <summary>Done before the ledger is given.</summary>
    public Action OnLedger { get; set; } = () => { };

    public Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation = default) =>
        OnSubmit(jobs) is { } refusal ? Task.FromException<IReadOnlyList<SubmitResult>>(refusal) :
        Do<IReadOnlyList<SubmitResult>>(rules => [.. jobs.Select(j => _node.Submit(j, rules))]);

    public Task<JobView?> FindJob(string id, CancellationToken cancellation = default) => Do(_ => _node.FindJob(id));

    public Task<JobPage> ListJobs(JobFilter filter, CancellationToken cancellation = default) => Do(_ => _node.ListJobs(filter));

    public Task<JobView?> CancelJob(string id, string actor, CancellationToken cancellation = default) => Do(rules => _node.Cancel(id, actor, rules) ? _node.FindJob(id) : null);

    public Task<JobReasons?> Why(string id, CancellationToken cancellation = default) =>
        Do(_ => _node.FindJob(id) is { } job ? new JobReasons(job, "least-loaded 1", null, null, [new OptionView("west", true, null, 0.5, "")], _node.History(id)) : null);

    public Task<IReadOnlyList<SiteView>> Sites(CancellationToken cancellation = default) => Do(_ => _node.Sites());

    public Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation = default) => Do(_ => _node.SitesEnergy());

    public Task<SlotPage?> EnergySlots(string site, long before, int most, CancellationToken cancellation = default) =>
        Do(_ => _node.EnergySlots(_node.RequireSite(site), before, most));

    public Task<IReadOnlyList<BatteryView>> Batteries(CancellationToken cancellation = default) => Do(_ => _node.Batteries());

    public Task<BatteryView?> OverrideBattery(string site, BatteryOrder order, string actor, CancellationToken cancellation = default) =>
        Do(_ => _node.OverrideBattery(_node.RequireSite(site), order, actor));

    public Task<BatteryView?> ReleaseBattery(string site, long? expectedVersion, string actor, CancellationToken cancellation = default) =>
        Do(_ => _node.ReleaseBattery(_node.RequireSite(site), expectedVersion, actor));

    public Task<IReadOnlyList<ProviderView>> Providers(CancellationToken cancellation = default) => Do(_ => _node.Providers());

    public Task<IReadOnlyList<QuoteView>?> Quotes(string provider, QuoteQuestion question, CancellationToken cancellation = default) => Do(_ => _node.Quotes(provider, question));

    public Task<ProviderView?> DrainProvider(string provider, bool isDraining, long? expectedVersion, string actor, CancellationToken cancellation = default) =>
        Do(_ => _node.DrainProvider(provider, isDraining, expectedVersion, actor));

    public Task<GenerationAnswer> Generate(GenerationSubmission submission, CancellationToken cancellation = default) => Do(_ => _node.Generate(submission, _rule));

    public Task<GenerationJobView?> FindGeneration(string id, CancellationToken cancellation = default) => Do(_ => _node.FindGeneration(id));

    public Task<GenerationReasons?> WhyGeneration(string id, CancellationToken cancellation = default) => Do(_ => _node.WhyGeneration(id));

    /// <summary>What is due is done, and all slots that wait are decided.</summary>
    public Task Decide(SlotDecision decision) => Do(rules =>
    {
        _node.Tick(rules);
        foreach (var question in _node.Undecided())
            _node.Decide(question.Site, question.Slot, decision);
        return true;
    });

    public Task<SiteView?> ChangeSite(string site, SiteChange change, string actor, CancellationToken cancellation = default) => Do<SiteView?>(rules =>
    {
        if (_node.Sites().All(s => s.Name != site))
            return null;
        _node.ChangeSite(site, change, actor, rules);
        return _node.Sites().Single(s => s.Name == site);
    });

    public Task<PolicyLifeView> PolicyLife(CancellationToken cancellation = default) => Do(_ => _node.ShowLife());

    public Task<PolicyLifeView> ShadowPolicy(int? version, string actor, CancellationToken cancellation = default) => Live(() => _node.Shadow(version, actor));

    public Task<PolicyLifeView> CanaryPolicy(int? version, double share, string actor, CancellationToken cancellation = default) => Live(() => _node.Canary(version, share, actor));

    public Task<PolicyLifeView> PromotePolicy(string actor, CancellationToken cancellation = default) => Live(() => _node.Promote(actor));

    public Task<PolicyLifeView> RollBackPolicy(string actor, CancellationToken cancellation = default) => Live(() => _node.RollBack(actor));

    private Task<PolicyLifeView> Live(Action change) => Do(_ =>
    {
        change();
        return _node.ShowLife();
    });

    public Task<IReadOnlyList<PolicyView>> Policies(CancellationToken cancellation = default) => Do(_ => _node.Policies());

    public Task<PolicyView> PublishPolicy(PolicyChoice policy, string note, string actor, ReadOnlyMemory<byte> model = default, CancellationToken cancellation = default) =>
        Do(_ => _node.Publish(policy, note, actor) is var number ? _node.Policies().Single(p => p.Version == number) : null!);

    public Task<PolicyView?> ActivatePolicy(int version, string actor, CancellationToken cancellation = default) =>
        Do(_ => _node.Activate(version, actor) ? _node.Policies().Single(p => p.Version == version) : null);

    public Task<IReadOnlyList<TenantView>> Tenants(CancellationToken cancellation = default) => Do(_ => _node.Tenants());

    public Task<TenantView> SetQuota(string tenant, int? quota, string actor, CancellationToken cancellation = default) => Do(_ => _node.SetQuota(tenant, quota, actor));

    public Task<LedgerView> Ledger(CancellationToken cancellation = default)
    {
        OnLedger();
        return Do(_ => _node.Ledger());
    }

    public async IAsyncEnumerable<ControlEvent> Events(long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            foreach (var e in await Do(_ => _node.Events(after, 1000)))
            {
                after = e.Number;
                yield return e;
            }

            await Task.Delay(Glance, cancellation);
        }
    }

    public Task<IReadOnlyList<AuditEntry>> Audit(int most, CancellationToken cancellation = default) => Do(_ => _node.Audit(most));

    public Task<HostView> Host(CancellationToken cancellation = default) =>
        Do(_ => new HostView("test", "embedded", true, "", DateTimeOffset.UnixEpoch, ["gw-a", "gw-b"], _node.Live, 1000));

    public Task<AgentSession> Register(AgentHello hello, CancellationToken cancellation = default) => Do(rules => _node.Register(hello, rules));

    public async Task<AgentOrders> Beat(AgentBeat beat, CancellationToken cancellation = default)
    {
        Interlocked.Add(ref _started, beat.Reports.Count(r => r.Kind == AgentReportKind.Started));
        var orders = await Do(rules => _node.Beat(beat, rules));
        for (var leftS = beat.WaitS; leftS > 0 && orders.Tasks is null; leftS -= Glance.TotalSeconds)
        {
            await Task.Delay(Glance, cancellation);
            orders = await Do(_ => _node.Orders(beat.Site, beat.Epoch, beat.KnownVersion));
        }

        return orders;
    }

    private Task<T> Do<T>(Func<NodeRules, T> operation)
    {
        lock (_gate)
        {
            if (_failures > 0 && _failures-- > 0)
                return Task.FromException<T>(new ControlException(ControlProblem.Unavailable, "the disk is full", 0.01));
            try
            {
                _node.SetTime(DateTimeOffset.UtcNow);
                var policy = PolicyCatalog.Create(new PolicySpec("least-loaded"), new PolicyContext(_node.View, _random, null, 100, 1));
                var rules = new NodeRules(policy, policy);
                _node.Tick(rules);
                return Task.FromResult(operation(rules));
            }
            catch (ControlException e)
            {
                return Task.FromException<T>(e);
            }
            finally
            {
                _log.Clear();
            }
        }
    }
}
