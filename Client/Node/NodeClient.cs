using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>A node's HTTP API; what only operators do is in the other part. Calls of people are repeated until the target's time is over; those of agents are not: an agent's lease decides.</summary>
/// <param name="target">The node.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Told when a call has to be repeated.</param>
internal sealed partial class NodeClient(NodeTarget target, TimeProvider time, Action<string> tell) : INodeAgents, IDisposable
{
    /// <summary>The most jobs in a submission.</summary>
    public const int MostJobs = 1000;

    private const int MostPerPage = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly NodeHttp _http = new(target);
    private readonly NodeCalls _calls = new(target.GiveUp, time, tell);

    /// <summary>The node.</summary>
    public NodeTarget Target => target;

    /// <summary>Submits jobs, at most <see cref="MostJobs"/>.</summary>
    public async Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation) =>
        (await Call<SubmitAnswer>(HttpMethod.Post, "/v1/jobs", cancellation, jobs).ConfigureAwait(false)).Results;

    /// <summary>Finds a job.</summary>
    public Task<JobView> Job(string id, CancellationToken cancellation) => Call<JobView>(HttpMethod.Get, JobPath(id), cancellation);

    /// <summary>Why a job is where it is.</summary>
    public Task<JobReasons> Why(string id, CancellationToken cancellation) => Call<JobReasons>(HttpMethod.Get, $"{JobPath(id)}/why", cancellation);

    /// <summary>Withdraws a job.</summary>
    public Task<JobView> Cancel(string id, CancellationToken cancellation) => Call<JobView>(HttpMethod.Delete, JobPath(id), cancellation);

    /// <summary>Lists jobs, the newest first, page by page.</summary>
    /// <param name="filter">Which; <see cref="JobFilter.Most"/> is for all pages together.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<JobView>> Jobs(JobFilter filter, CancellationToken cancellation)
    {
        List<JobView> jobs = [];
        for (var after = filter.After; ;)
        {
            var most = Math.Min(MostPerPage, filter.Most - jobs.Count);
            var page = await Call<JobPage>(HttpMethod.Get, $"/v1/jobs?{Query(filter, after, most)}", cancellation).ConfigureAwait(false);
            jobs.AddRange(page.Jobs);
            if (page.Next is null || jobs.Count >= filter.Most)
                return jobs;
            after = page.Next;
        }
    }

    /// <summary>All sites.</summary>
    public Task<IReadOnlyList<SiteView>> Sites(CancellationToken cancellation) => Call<IReadOnlyList<SiteView>>(HttpMethod.Get, "/v1/sites", cancellation);

    /// <summary>The ledger.</summary>
    public Task<LedgerView> Ledger(CancellationToken cancellation) => Call<LedgerView>(HttpMethod.Get, "/v1/ledger", cancellation);

    /// <summary>How the node is.</summary>
    public Task<HostView> Host(CancellationToken cancellation) => Call<HostView>(HttpMethod.Get, "/v1/host", cancellation);

    /// <summary>Opens the stream of events after a number.</summary>
    public Task<HttpResponseMessage> OpenEvents(long after, CancellationToken cancellation) =>
        _calls.Call(() => _http.Open($"/v1/events?after={after}", cancellation), cancellation);

    public Task<AgentSession> Register(AgentHello hello, TimeSpan limit, CancellationToken cancellation) =>
        _http.Call<AgentSession>(HttpMethod.Post, AgentPath(hello.Site, "register"), new { hello.Agent, hello.Gpus }, limit, cancellation);

    public Task<AgentOrders> Beat(AgentBeat beat, TimeSpan limit, CancellationToken cancellation) =>
        _http.Call<AgentOrders>(
            HttpMethod.Post, AgentPath(beat.Site, "beat"), new { beat.Epoch, beat.Gpus, beat.KnownVersion, beat.Reports, beat.WaitS }, limit, cancellation);

    public void Dispose() => _http.Dispose();

    private Task<T> Call<T>(HttpMethod method, string path, CancellationToken cancellation, object? body = null) =>
        _calls.Call(() => _http.Call<T>(method, path, body, Limit, cancellation), cancellation);

    private static string SitePath(string site) => $"/v1/sites/{Uri.EscapeDataString(site)}";

    private static string JobPath(string id) => $"/v1/jobs/{Uri.EscapeDataString(id)}";

    private static string AgentPath(string site, string verb) => $"/v1/agents/{Uri.EscapeDataString(site)}/{verb}";

    private static string Query(JobFilter filter, string? after, int most)
    {
        List<(string Name, string? Value)> fields =
        [
            ("state", filter.States.Count == 0 ? null : string.Join(',', filter.States.Select(NodeWords.Of))),
            ("site", filter.Site),
            ("tenant", filter.Tenant),
            ("after", after),
            ("limit", $"{most}"),
        ];
        return string.Join('&', fields.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
    }
}
