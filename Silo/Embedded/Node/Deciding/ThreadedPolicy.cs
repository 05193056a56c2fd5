using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Silo.Embedded.Node.Deciding;

/// <summary>
/// A policy that is asked on a thread of its own and waited for, not longer than the node's patience. One that gives no answer is late, is not asked for a while, and begins anew
/// on another thread then. Used on the node's loop only, behind a shield.
/// </summary>
/// <param name="name">Its name, for messages.</param>
/// <param name="view">The node's view.</param>
/// <param name="make">Makes the policy for a view.</param>
/// <param name="settings">How long to wait.</param>
/// <param name="time">The clock.</param>
internal sealed class ThreadedPolicy(string name, FleetView view, Func<FleetView, IPlacementPolicy> make, DecisionSettings settings, TimeProvider time)
    : IPlacementPolicy, IScoredPolicy, IDisposable
{
    // A decision is waited for; runs that have ended are not, and wait before it. Of more than that it does not hear.
    private const int Capacity = 256;
    private readonly List<PolicyThread> _lost = [];
    private PolicyThread? _thread = new(name, view.Model, make, Capacity, time);
    private volatile Exception? _deaf;
    private long? _benchedAt;

    /// <inheritdoc/>
    public double DecisionScore { get; private set; }

    /// <summary>What its view is told of.</summary>
    public ViewMirror Mirror { get; } = new(view);

    private FleetModel Model => view.Model;

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        var asked = job;
        return Decide((policy, mine) => policy.Place(asked, mine));
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var (asked, status) = (item, site);
        return Decide((policy, _) => policy.Allocate(asked, status));
    }

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view)
    {
        var asked = job;
        return Ask((policy, mine) => policy.Explain(asked, mine));
    }

    /// <inheritdoc/>
    public int Rank(in Job job, FleetView view, Span<RankedOption> best)
    {
        var (asked, most) = (job, best.Length);
        var ranked = Ask((policy, mine) =>
        {
            var options = new RankedOption[most];
            return options[..Math.Clamp(policy.Rank(asked, mine, options), 0, most)];
        });
        ranked.CopyTo(best);
        return ranked.Length;
    }

    /// <inheritdoc/>
    /// <remarks>Told on its thread and not waited for; what it throws there, the next call throws.</remarks>
    public void Completed(in Run run, int site, double nowS)
    {
        var told = run;
        if (_thread is { HasRoom: true } thread && thread.Made.IsCompleted)
            thread.Post(view.NowS, Mirror.Take(), (policy, _) => Tell(policy, told, site, nowS));
        if (Interlocked.Exchange(ref _deaf, null) is { } error)
            throw error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mirror.Unsubscribe();
        _thread?.Abandon();
    }

    private void Tell(IPlacementPolicy policy, in Run run, int site, double endS)
    {
        try
        {
            policy.Completed(run, site, endS);
        }
        catch (Exception error)
        {
            _deaf = error;
        }
    }

    private T Decide<T>(Func<IPlacementPolicy, FleetView, T> question)
    {
        (var answer, DecisionScore) = Ask((policy, mine) => (question(policy, mine), (policy as IScoredPolicy)?.DecisionScore ?? 0));
        return answer;
    }

    private T Ask<T>(Func<IPlacementPolicy, FleetView, T> question)
    {
        var thread = Thread();
        // Its making has a patience of its own: one that loads a model is not late with its first answer.
        if (!HasCome(thread.Made))
            throw GivenUp(thread, "it was not made");
        var answer = new TaskCompletionSource<T>();
        thread.Post(view.NowS, Mirror.Take(), (policy, mine) => Answer(answer, () => question(policy, mine)));
        return HasCome(answer.Task) ? answer.Task.GetAwaiter().GetResult() : throw GivenUp(thread, "no answer");
    }

    private bool HasCome(Task task) => Task.WaitAny([task], settings.Patience) == 0;

    private TimeoutException GivenUp(PolicyThread thread, string what)
    {
        thread.Abandon();
        _lost.Add(thread);
        (_thread, _benchedAt) = (null, time.GetTimestamp());
        return new TimeoutException($"{what} within {settings.Patience.TotalSeconds:0.###} s; it is not asked for {settings.Bench.TotalSeconds:0.###} s");
    }

    private static void Answer<T>(TaskCompletionSource<T> answer, Func<T> question)
    {
        try
        {
            answer.SetResult(question());
        }
        catch (Exception error)
        {
            answer.SetException(error);
        }
    }

    private PolicyThread Thread()
    {
        if (_thread is not null)
            return _thread;
        if (_benchedAt is { } at && time.GetElapsedTime(at) < settings.Bench)
            throw new TimeoutException($"not asked: it gave no answer {time.GetElapsedTime(at).TotalSeconds:0.#} s ago, and is asked again {settings.Bench.TotalSeconds:0.###} s after that");
        _lost.RemoveAll(t => !t.IsAlive);
        if (_lost.Count >= PolicyThread.MostLost)
            throw new TimeoutException($"not asked: {_lost.Count} of its threads have not come back");
        Mirror.Forget();
        return _thread = new PolicyThread(name, Model, make, Capacity, time);
    }
}
