namespace ControlPlane.Fleet.Control;

/// <summary>
/// What every host offers to operators, submitters and site agents: the embedded node and the cluster answer the same operations. An answer means that what it tells
/// of is durable. A call that ends without an answer has an unknown outcome and may be repeated: jobs have ids chosen by their submitters, reports carry tokens, and
/// everything else sets a state. Times are UTC outside and seconds of the host's clock inside.
/// </summary>
public partial interface IControlPlane
{
    /// <summary>Submits jobs, each accepted or refused by itself.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="cancellation">Ends the wait; the outcome is then unknown.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="ControlException">The host cannot take work now; nothing was accepted.</exception>
    Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation = default);

    /// <summary>Finds a job.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when it is unknown or forgotten.</returns>
    Task<JobView?> FindJob(string id, CancellationToken cancellation = default);

    /// <summary>Lists jobs, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<JobPage> ListJobs(JobFilter filter, CancellationToken cancellation = default);

    /// <summary>Withdraws a job. One that runs is stopped; it may finish first.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The job as it is then; null when it is unknown.</returns>
    Task<JobView?> CancelJob(string id, string actor, CancellationToken cancellation = default);

    /// <summary>Why a job is where it is: its last decision with all options.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when the job is unknown.</returns>
    Task<JobReasons?> Why(string id, CancellationToken cancellation = default);

    /// <summary>All sites, in the order of the fleet.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<SiteView>> Sites(CancellationToken cancellation = default);

    /// <summary>Changes what a site may do: lets it drain, take jobs again, or have fewer GPUs.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="change">What to change.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The site as it is then; null when there is none of that name.</returns>
    /// <exception cref="ControlException">The site's version is not the expected one, or a limit is out of range.</exception>
    Task<SiteView?> ChangeSite(string site, SiteChange change, string actor, CancellationToken cancellation = default);

    /// <summary>The versions of the policy, oldest first.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<PolicyView>> Policies(CancellationToken cancellation = default);

    /// <summary>Stores a version of the policy; nobody decides with it before it is activated.</summary>
    /// <param name="policy">Name, settings and, where it takes one, its model.</param>
    /// <param name="note">What to remember about it.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="model">The bytes of its model; none for policies that take none, and where the host's own is to be taken.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">The policy or a setting is unknown or cannot serve a live host, or its model does not fit.</exception>
    Task<PolicyView> PublishPolicy(PolicyChoice policy, string note, string actor, ReadOnlyMemory<byte> model = default, CancellationToken cancellation = default);

    /// <summary>Lets the host decide with a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The version as it is then; null when there is none of that number.</returns>
    Task<PolicyView?> ActivatePolicy(int version, string actor, CancellationToken cancellation = default);

    /// <summary>Tenants that have live jobs or a quota, by name.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<TenantView>> Tenants(CancellationToken cancellation = default);

    /// <summary>Says how many jobs of a tenant may be live. Those that it has stay, also when they are more.</summary>
    /// <param name="tenant">The tenant, which need not have jobs: 1 to 64 letters, digits, dots, hyphens and underscores.</param>
    /// <param name="quota">The most jobs that have not ended, 0 to 1 000 000; null for no limit of its own.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">The name or the quota is out of range.</exception>
    Task<TenantView> SetQuota(string tenant, int? quota, string actor, CancellationToken cancellation = default);

    /// <summary>The ledger of jobs.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<LedgerView> Ledger(CancellationToken cancellation = default);

    /// <summary>Events after a number, then those that happen, until cancelled. A reader that falls behind what is kept gets an event that says how many it missed.</summary>
    /// <param name="after">Number of the last event that the reader has; 0 for all that are kept.</param>
    /// <param name="cancellation">Ends the stream.</param>
    IAsyncEnumerable<ControlEvent> Events(long after, CancellationToken cancellation = default);

    /// <summary>The audit log: what operators did, the newest first.</summary>
    /// <param name="most">The most entries.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<AuditEntry>> Audit(int most, CancellationToken cancellation = default);

    /// <summary>Adds to the audit log what was done beside the host, such as a key that was made or ended.</summary>
    /// <param name="actor">Who did it: the name of a key.</param>
    /// <param name="action">What, for example <c>key.add</c>.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More, for people.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether it is in the audit log; false where a host keeps no such notes.</returns>
    Task<bool> Note(string actor, string action, string subject, string detail, CancellationToken cancellation = default) => Task.FromResult(false);

    /// <summary>How the host is.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<HostView> Host(CancellationToken cancellation = default);

    /// <summary>A site's agent begins a session, or begins it anew: an older session of the site is over.</summary>
    /// <param name="hello">Who it is and what the site has.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">The fleet has no such site.</exception>
    Task<AgentSession> Register(AgentHello hello, CancellationToken cancellation = default);

    /// <summary>
    /// An agent says that it lives and what became of its jobs, and is told which jobs should run. Waits until that is another list than the one it follows, at most as
    /// long as it asks.
    /// </summary>
    /// <param name="beat">What it says.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">The session is over: the agent stops all its jobs and registers again.</exception>
    Task<AgentOrders> Beat(AgentBeat beat, CancellationToken cancellation = default);
}
