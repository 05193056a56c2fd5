using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>Two silos of one region as whoever calls either of them sees them: the one that does not answer is left for the other.</summary>
internal sealed class EitherSilo : INodeAgents, IDisposable
{
    private readonly NodeClient[] _silos;
    private int _next;

    public EitherSilo(params Uri[] silos) =>
        _silos = [.. silos.Select(s => new NodeClient(new NodeTarget(s, null, TimeSpan.FromSeconds(1)), TimeProvider.System, _ => { }))];

    public Task<AgentSession> Register(AgentHello hello, TimeSpan limit, CancellationToken cancellation) => Try(s => s.Register(hello, limit, cancellation));

    public Task<AgentOrders> Beat(AgentBeat beat, TimeSpan limit, CancellationToken cancellation) => Try(s => s.Beat(beat, limit, cancellation));

    public Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs) => Try(s => s.Submit(jobs, CancellationToken.None));

    public Task<IReadOnlyList<JobView>> Jobs(JobFilter filter) => Try(s => s.Jobs(filter, CancellationToken.None));

    public Task<IReadOnlyList<SiteView>> Sites() => Try(s => s.Sites(CancellationToken.None));

    public Task<LedgerView> Ledger() => Try(s => s.Ledger(CancellationToken.None));

    public void Dispose()
    {
        foreach (var silo in _silos)
            silo.Dispose();
    }

    private async Task<T> Try<T>(Func<NodeClient, Task<T>> call)
    {
        var chosen = Volatile.Read(ref _next);
        try
        {
            return await call(_silos[chosen % _silos.Length]);
        }
        catch (Exception e) when (e is NodeUnreachableException or NodeRefusedException { Status: 503 })
        {
            Interlocked.CompareExchange(ref _next, chosen + 1, chosen);
            throw;
        }
    }
}
