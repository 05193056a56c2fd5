using System.Runtime.CompilerServices;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Http;

/// <summary>
/// A small host in memory that keeps the contract of <see cref="IControlPlane"/>: two sites, jobs that begin held, agents that are told to run them one by one. Its
/// times are fixed and its numbers ascend, so that answers can be compared as text.
/// </summary>
internal sealed partial class FakeControlPlane : IControlPlane
{
    public const int Capacity = 200_000;
    private static readonly DateTimeOffset Now = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, JobView> _jobs = [];
    private readonly List<string> _order = [];
    private readonly List<ControlEvent> _events = [];
    private readonly List<AuditEntry> _audit = [];
    private readonly List<PolicyView> _policies = [];
    private readonly Dictionary<string, long> _epochs = [];
    private readonly List<AgentTask> _tasks = [];
    private readonly SortedDictionary<string, int> _quotas = new(StringComparer.Ordinal);
    private readonly SiteView[] _sites = [Site("east", "H100"), Site("west", "L4")];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Thrown by every operation while set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Calls of <see cref="Submit"/> so far.</summary>
    public int Submissions { get; private set; }

    /// <summary>Calls of <see cref="Beat"/> that wait now.</summary>
    public int Waiting { get; private set; }

    /// <summary>While set, <see cref="Submit"/> waits for it.</summary>
    public Task? Hold { get; set; }

    /// <summary>Readers of events that have not been disposed of.</summary>
    public int Readers { get; private set; }

    public async Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation = default)
    {
        if (Hold is { } hold)
            await hold.WaitAsync(cancellation);
        return Locked(() =>
        {
            Submissions++;
            return jobs.Select(Accept).ToArray();
        });
    }

    public Task<JobView?> FindJob(string id, CancellationToken cancellation = default) => Done(() => _jobs.GetValueOrDefault(id));

    public Task<JobPage> ListJobs(JobFilter filter, CancellationToken cancellation = default) => Done(() =>
    {
        var start = filter.After is null ? _order.Count - 1 : _order.IndexOf(filter.After) - 1;
        if (filter.After is not null && start < -1)
            throw new ControlException(ControlProblem.Invalid, "after must be what a page before said in next");
        var found = Enumerable.Range(0, start + 1).Select(i => _jobs[_order[start - i]]).Where(job => Passes(filter, job)).Take(filter.Most + 1).ToArray();
        return found.Length > filter.Most ? new JobPage(found[..filter.Most], found[filter.Most - 1].Submission.Id) : new JobPage(found, Next: null);
    });

    public Task<JobView?> CancelJob(string id, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        if (!_jobs.TryGetValue(id, out var job) || job.EndedAt is not null)
            return job;
        job = job.State == JobState.Running
            ? job with { State = JobState.Cancelling, Version = job.Version + 1 }
            : job with { State = JobState.Cancelled, EndedAt = Now, Version = job.Version + 1 };
        AddAudit(actor, "job.cancel", id);
        AddEvent("cancelled", id, job.Site);
        return _jobs[id] = job;
    });

    public Task<JobReasons?> Why(string id, CancellationToken cancellation = default) => Done(() => _jobs.TryGetValue(id, out var job)
        ? new JobReasons(job, "least-loaded 1", Now, Replaced: null, [new OptionView("east", IsChosen: true, Masked: null, 0.25, "least loaded"),
            new OptionView("west", IsChosen: false, "draining", double.NaN, "")], [.. _events.Where(e => e.Job == id)])
        : null);

    public Task<IReadOnlyList<SiteView>> Sites(CancellationToken cancellation = default) => Done<IReadOnlyList<SiteView>>(() => [.. _sites]);

    public Task<SiteView?> ChangeSite(string site, SiteChange change, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        var index = Array.FindIndex(_sites, s => s.Name == site);
        if (index < 0)
            return null;
        var before = _sites[index];
        if (change.ExpectedVersion is { } expected && expected != before.Version)
            throw new ControlException(ControlProblem.Conflict, $"site {site} has version {before.Version}, not {expected}");
        if (change.GpuLimit > before.Gpus)
            throw new ControlException(ControlProblem.Invalid, $"gpuLimit of site {site} must be 0 to {before.Gpus}, not {change.GpuLimit}", field: "gpuLimit");
        AddAudit(actor, "site.change", site);
        return _sites[index] = before with
        {
            IsDraining = change.Draining ?? before.IsDraining,
            GpuLimit = change.GpuLimit ?? before.GpuLimit,
            Version = before.Version + 1,
        };
    });

    public Task<IReadOnlyList<PolicyView>> Policies(CancellationToken cancellation = default) => Done<IReadOnlyList<PolicyView>>(() => [.. _policies]);

    public Task<PolicyView> PublishPolicy(PolicyChoice policy, string note, string actor, ReadOnlyMemory<byte> model = default, CancellationToken cancellation = default) => Done(() =>
    {
        if (policy.Name is not ("least-loaded" or "round-robin"))
            throw new ControlException(ControlProblem.Invalid, $"there is no policy '{policy.Name}'; there are least-loaded and round-robin");
        var published = new PolicyView(_policies.Count + 1, policy, note, Now, actor, IsActive: false, 0, 0);
        _policies.Add(published);
        AddAudit(actor, "policy.publish", $"{published.Version}");
        return published;
    });

    public Task<PolicyView?> ActivatePolicy(int version, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        if (version > _policies.Count)
            return null;
        for (var i = 0; i < _policies.Count; i++)
            _policies[i] = _policies[i] with { IsActive = i + 1 == version };
        _life = _life.Activate(version);
        AddAudit(actor, "policy.activate", $"{version}");
        return _policies[version - 1];
    });

    public Task<IReadOnlyList<TenantView>> Tenants(CancellationToken cancellation = default) =>
        Done<IReadOnlyList<TenantView>>(() => [.. _jobs.Values.Where(j => j.EndedAt is null).Select(TenantOf).Union(_quotas.Keys).Order(StringComparer.Ordinal).Select(Tenant)]);

    public Task<TenantView> SetQuota(string tenant, int? quota, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        if (tenant == "fixed")
            throw new ControlException(ControlProblem.Invalid, "quota of tenant 'fixed' must be 5", field: "quota");
        if (quota is { } most)
            _quotas[tenant] = most;
        else
            _quotas.Remove(tenant);
        AddAudit(actor, "tenant.quota", tenant);
        return Tenant(tenant);
    });

    public Task<LedgerView> Ledger(CancellationToken cancellation = default) => Done(() => new LedgerView(
        _jobs.Count, Count(JobState.Held), Count(JobState.Queued), Count(JobState.Running) + Count(JobState.Cancelling), Count(JobState.Completed),
        Count(JobState.Cancelled), Count(JobState.Failed), 1.5, [new SiteLedger("east", 0, Count(JobState.Running), Count(JobState.Completed), 1.5)]));

    public async IAsyncEnumerable<ControlEvent> Events(long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Locked(() => Readers++);
        try
        {
            while (true)
            {
                var (news, changed) = Locked(() => (_events.Skip((int)after).ToArray(), _changed.Task));
                foreach (var item in news)
                    yield return item;
                after += news.Length;
                await changed.WaitAsync(cancellation);
            }
        }
        finally
        {
            Locked(() => Readers--);
        }
    }

    public Task<IReadOnlyList<AuditEntry>> Audit(int most, CancellationToken cancellation = default) =>
        Done<IReadOnlyList<AuditEntry>>(() => [.. _audit.AsEnumerable().Reverse().Take(most)]);

    public Task<bool> Note(string actor, string action, string subject, string detail, CancellationToken cancellation = default) => Done(() =>
    {
        AddAudit(actor, action, subject);
        return true;
    });

    public Task<HostView> Host(CancellationToken cancellation = default) =>
        Done(() => new HostView("fake", "embedded", IsReady: true, "", Now, ["gate"], _jobs.Values.Count(j => j.EndedAt is null), Capacity));

    public Task<AgentSession> Register(AgentHello hello, CancellationToken cancellation = default) => Done(() =>
    {
        if (_sites.All(s => s.Name != hello.Site))
            throw new ControlException(ControlProblem.NotFound, $"the fleet has no site '{hello.Site}'");
        var epoch = _epochs[hello.Site] = _epochs.GetValueOrDefault(hello.Site) + 1;
        AddEvent("agent-registered", job: null, hello.Site);
        return new AgentSession(hello.Site, epoch, 30);
    });

    public async Task<AgentOrders> Beat(AgentBeat beat, CancellationToken cancellation = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(TimeSpan.FromSeconds(beat.WaitS));
        Locked(() => Waiting++);
        try
        {
            while (true)
            {
                var (orders, changed) = Locked(() => (OrdersOf(beat), _changed.Task));
                if (orders.Tasks is not null || beat.WaitS == 0 || end.IsCancellationRequested)
                    return orders;
                await ((Task)changed.WaitAsync(end.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Locked(() => Waiting--);
        }
    }

    /// <summary>Makes a task for whoever beats.</summary>
    public void Order(string job) => Locked(() =>
    {
        _tasks.Add(new AgentTask(job, _tasks.Count + 1, 2, 1, 5, 0.5, 700));
        AddEvent("started", job, "east");
        return 0;
    });

    /// <summary>Puts a job on GPUs.</summary>
    public void Run(string job) => Locked(() => _jobs[job] = _jobs[job] with { State = JobState.Running, Site = "east", Gpus = 2, Clock = 1, StartedAt = Now });

    /// <summary>Frees the id of a job, as a host does a while after its end.</summary>
    public void Forget(string job) => Locked(() => _jobs.Remove(job) && _order.Remove(job));

    /// <summary>Makes an event.</summary>
    public void Happen(string kind) => Locked(() =>
    {
        AddEvent(kind, job: null, site: null);
        return 0;
    });

    private static SiteView Site(string name, string gpuType) =>
        new(name, gpuType, 8, 8, 8, 8, 0, 0, IsDraining: false, IsConnected: false, Agent: null, LastBeatAt: null, 120, 1.5, 0, 1);

    private AgentOrders OrdersOf(AgentBeat beat) => _epochs.GetValueOrDefault(beat.Site) == beat.Epoch
        ? new AgentOrders(_tasks.Count, beat.KnownVersion == _tasks.Count ? null : [.. _tasks], beat.Reports.Count == 0 ? 0 : beat.Reports.Max(r => r.Number))
        : throw new ControlException(ControlProblem.Conflict, $"session {beat.Epoch} of site {beat.Site} is over: register again");

    private SubmitResult Accept(JobSubmission job)
    {
        if (_jobs.TryGetValue(job.Id, out var before))
            return before.Submission.SizeUnits == job.SizeUnits
                ? new SubmitResult(job.Id, SubmitVerdict.Known)
                : new SubmitResult(job.Id, SubmitVerdict.Conflict, $"job {job.Id} is known with sizeUnits {before.Submission.SizeUnits}");
        if (job.AllowedSites is { Count: > 0 } allowed && !allowed.Intersect(_sites.Select(s => s.Name)).Any())
            return new SubmitResult(job.Id, SubmitVerdict.Invalid, "allowedSites names no site of the fleet");
        if (job.Tenant == "full" || _jobs.Count >= Capacity)
            return new SubmitResult(job.Id, SubmitVerdict.Busy, "the tenant has as many jobs as it may", 7.5);
        _jobs[job.Id] = new JobView(job, JobState.Held, Site: null, 0, 0, job.SizeUnits, 0, Now, StartedAt: null, EndedAt: null, 0, 1);
        _order.Add(job.Id);
        AddEvent("submitted", job.Id, site: null);
        return new SubmitResult(job.Id, SubmitVerdict.Accepted);
    }

    private static bool Passes(JobFilter filter, JobView job) =>
        (filter.States.Count == 0 || filter.States.Contains(job.State))
        && (filter.Site is null || filter.Site == job.Site)
        && (filter.Tenant is null || filter.Tenant == TenantOf(job));

    private static string TenantOf(JobView job) => job.Submission.Tenant ?? "default";

    private TenantView Tenant(string name) =>
        new(name, _jobs.Values.Count(j => j.EndedAt is null && TenantOf(j) == name), _quotas.TryGetValue(name, out var quota) ? quota : null);

    private long Count(JobState state) => _jobs.Values.Count(j => j.State == state);

    private void AddAudit(string actor, string action, string subject) => _audit.Add(new AuditEntry(_audit.Count + 1, Now, actor, action, subject, ""));

    private void AddEvent(string kind, string? job, string? site)
    {
        _events.Add(new ControlEvent(_events.Count + 1, Now, kind, job, site, ""));
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    private Task<T> Done<T>(Func<T> operation)
    {
        try
        {
            return Task.FromResult(Locked(operation));
        }
        catch (ControlException e)
        {
            return Task.FromException<T>(e);
        }
    }

    private T Locked<T>(Func<T> operation)
    {
        lock (_gate)
            return Failure is null ? operation() : throw Failure;
    }
}
