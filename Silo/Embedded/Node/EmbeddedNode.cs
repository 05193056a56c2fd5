using System.Runtime.CompilerServices;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node.Deciding;
using ControlPlane.Silo.Embedded.Node.Energy;
using ControlPlane.Silo.Embedded.Node.Generation;
using ControlPlane.Silo.Embedded.Node.Training;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>
/// A control plane in this process: the <see cref="ControlNode"/> behind a journal. Every answer, also to a question, tells only of what is durable. Operations take the
/// time of the moment at which they run.
/// </summary>
internal sealed partial class EmbeddedNode : IControlPlane, IAsyncDisposable
{
    private const int EventsAtOnce = 500;
    private readonly FleetModel _model;
    private readonly NodeSettings _settings;
    private readonly TimeProvider _time;
    private readonly NodePolicies _policy;
    private readonly NodeTrainer? _trainer;
    private readonly DecisionSettings _decisions;
    private readonly NodeNews _news;
    private readonly NodeDispatch _dispatch;
    private readonly NodeProviders _providers;
    private readonly DateTimeOffset _startedAt;

    private EmbeddedNode(FleetModel model, NodeSettings settings, KnownLoad load, TimeProvider time, DispatchSettings dispatch, ProviderSettings providers, DecisionSettings decisions)
    {
        (_model, _settings, _time, _decisions, _news) = (model, settings, time, decisions, new NodeNews(model));
        _trainer = decisions.Trainer is { } trainer ? new NodeTrainer(model, trainer, load, this, decisions.Catalog, time) : null;
        _policy = new NodePolicies(load, decisions, time, _trainer);
        _dispatch = new NodeDispatch(model, dispatch, time, (site, slot, decision) => Do((node, _) => node.Decide(site, slot, decision), _stopping.Token));
        _providers = new NodeProviders(model, providers, time, (provider, slot, decision) => Do((node, _) => node.DecideProvider(provider, slot, decision), _stopping.Token));
        _startedAt = time.GetUtcNow();
        _incarnation = _startedAt.ToUnixTimeSeconds();
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation = default) =>
        Do((node, rules) => (IReadOnlyList<SubmitResult>)jobs.Select(j => node.Submit(j, rules)).ToArray(), cancellation);

    /// <inheritdoc/>
    public Task<JobView?> FindJob(string id, CancellationToken cancellation = default) => Do((node, _) => node.FindJob(id), cancellation);

    /// <inheritdoc/>
    public Task<JobPage> ListJobs(JobFilter filter, CancellationToken cancellation = default) => Do((node, _) => node.ListJobs(filter), cancellation);

    /// <inheritdoc/>
    public Task<JobView?> CancelJob(string id, string actor, CancellationToken cancellation = default) =>
        Do((node, rules) => node.Cancel(id, actor, rules) ? node.FindJob(id) : null, cancellation);

    /// <inheritdoc/>
    public Task<JobReasons?> Why(string id, CancellationToken cancellation = default) => Do((node, _) => Why(node, id), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SiteView>> Sites(CancellationToken cancellation = default) => Do((node, _) => node.Sites(), cancellation);

    /// <inheritdoc/>
    public async Task<SiteView?> ChangeSite(string site, SiteChange change, string actor, CancellationToken cancellation = default)
    {
        if (_model.Sites.All(s => s.Name != site))
            return null;
        return await Do(
            (node, rules) =>
            {
                node.ChangeSite(site, change, actor, rules);
                return node.Site(node.RequireSite(site));
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TenantView>> Tenants(CancellationToken cancellation = default) => Do((node, _) => node.Tenants(), cancellation);

    /// <inheritdoc/>
    public Task<TenantView> SetQuota(string tenant, int? quota, string actor, CancellationToken cancellation = default) =>
        Do((node, _) => node.SetQuota(tenant, quota, actor), cancellation);

    /// <inheritdoc/>
    public Task<LedgerView> Ledger(CancellationToken cancellation = default) => Do((node, _) => node.Ledger(), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ControlEvent> Events(long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            var changed = _news.Events.Next;
            var events = await Do((node, _) => node.Events(after, EventsAtOnce), cancellation);
            foreach (var entry in events)
            {
                after = entry.Number;
                yield return entry;
            }

            if (events.Count == 0)
                await changed.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditEntry>> Audit(int most, CancellationToken cancellation = default) => Do((node, _) => node.Audit(most), cancellation);

    /// <inheritdoc/>
    public Task<bool> Note(string actor, string action, string subject, string detail, CancellationToken cancellation = default) => Do(
        (node, _) =>
        {
            node.Remember(actor, action, subject, detail);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<HostView> Host(CancellationToken cancellation = default)
    {
        var health = _host.Health;
        var isReady = health.Condition == JournalCondition.Serving;
        var live = isReady ? await Do((node, _) => node.Live, cancellation) : 0;
        return new HostView(
            _settings.Name, "embedded", isReady, health.Reason ?? "", _startedAt, _model.Ingresses, live, (long)_settings.Capacity * _model.Ingresses.Count);
    }

    /// <inheritdoc/>
    public Task<AgentSession> Register(AgentHello hello, CancellationToken cancellation = default) => Do((node, rules) => node.Register(hello, rules), cancellation);

    /// <inheritdoc/>
    public async Task<AgentOrders> Beat(AgentBeat beat, CancellationToken cancellation = default)
    {
        var began = _time.GetTimestamp();
        var tasks = _news.Tasks(beat.Site);
        var changed = tasks.Next;
        var orders = await Do((node, rules) => node.Beat(beat, rules), cancellation);
        var wait = TimeSpan.FromSeconds(Math.Min(beat.WaitS, _settings.AgentLeaseS / 3));
        while (orders.Tasks is null && _time.GetElapsedTime(began) is var elapsed && elapsed < wait)
        {
            await Task.WhenAny(changed, Task.Delay(wait - elapsed, _time, cancellation));
            cancellation.ThrowIfCancellationRequested();
            changed = tasks.Next;
            orders = await Do((node, _) => node.Orders(beat.Site, beat.Epoch, beat.KnownVersion), cancellation);
        }

        return orders;
    }

    // The rule and its score in words are the active version's; an older one is not made again for them.
    private JobReasons? Why(ControlNode node, string id)
    {
        var reasons = node.Why(id, out var version);
        if (reasons is null || version == 0 || version != node.Life.Active || !node.TryFindJob(id, out var job))
            return reasons;
        var explanation = _policy.Explain(node, job);
        return reasons with
        {
            Policy = $"{reasons.Policy}. {explanation.Rule}",
            Options = [.. reasons.Options.Select(o => o.Score is null ? o : o with { Note = $"{o.Note}; score: {explanation.ScoreName}" })],
        };
    }

    private Task<T> Do<T>(Func<ControlNode, NodeRules, T> operation, CancellationToken cancellation) => Ask(node =>
    {
        node.SetTime(_time.GetUtcNow());
        return operation(node, _policy.For(node));
    }).WaitAsync(cancellation);

    private async Task<T> Ask<T>(Func<ControlNode, T> operation)
    {
        try
        {
            return await _host.Perform(operation);
        }
        catch (NotPerformedException refused)
        {
            var problem = refused.Refusal.Reason == RefusalReason.Busy ? ControlProblem.Busy : ControlProblem.Unavailable;
            throw new ControlException(problem, refused.Refusal.Message, refused.Refusal.RetryAfter?.TotalSeconds);
        }
        catch (OutcomeUnknownException unknown)
        {
            throw new ControlException(ControlProblem.Unavailable, $"whether it took effect is unknown, ask again with the same id: {unknown.Message}", 1);
        }
    }
}
