using System.Collections.Concurrent;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Threads;

/// <summary>
/// Asks the shadow about every decision that was taken, on a thread of its own, and keeps what it says until the host fetches it. Nobody waits for it: when it is behind, it is
/// not asked, and that is counted; when it stalls, its thread is abandoned and it begins anew. The same for a node and a region's worker; used by one of them at a time.
/// </summary>
/// <param name="version">Its version.</param>
/// <param name="view">The host's view.</param>
/// <param name="make">Makes the policy behind its own shield, for a view.</param>
/// <param name="meanSizeUnits">Mean job size, units.</param>
/// <param name="limits">How long it may take.</param>
/// <param name="time">The clock.</param>
public sealed class ShadowRunner(
    int version, FleetView view, Func<FleetView, IPlacementPolicy> make, double meanSizeUnits, ShadowLimits limits, TimeProvider time) : IDecisionWatcher, IDisposable
{
    // What a node fetches is one operation of its journal, several times a second; more than that is not kept.
    private const int MostKept = 4_096;
    private readonly ConcurrentQueue<ShadowVerdict> _verdicts = new();
    private readonly List<PolicyThread> _lost = [];
    private readonly FleetModel _model = view.Model;
    private PolicyThread? _thread;
    private volatile ShadowQuestion? _present;
    private long _dropped;

    /// <summary>Its version.</summary>
    public int Version => version;

    /// <summary>What its view is told of.</summary>
    public ViewMirror Mirror { get; } = new(view);

    /// <summary>Whether it would be asked about a decision now: if not, nothing has to be prepared for it.</summary>
    public bool IsListening => _verdicts.Count < MostKept && _thread is not { HasRoom: false };

    /// <inheritdoc/>
    public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options)
    {
        if (_verdicts.Count >= MostKept)
        {
            _dropped++;
            return;
        }

        if (!TryBegin())
        {
            // A failure like any other, so that the host takes out a shadow that stalls again and again.
            _verdicts.Enqueue(ShadowVerdict.Failed(job.Id, view.NowS, placement, $"late: not asked, {_lost.Count} of its threads have not come back"));
            return;
        }

        var thread = _thread!;
        if (!thread.HasRoom)
        {
            _dropped++;
            return;
        }

        var question = new ShadowQuestion(job, preferred, view.NowS, placement, options.ToArray());
        thread.Post(view.NowS, Mirror.Take(), (policy, mine) => Answer(thread, question, policy, mine));
    }

    /// <summary>Tells it of a run that is complete. One that is behind does not hear of it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="endS">When it ended.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Completed(Run run, int site, double endS, double nowS)
    {
        // Behind its shield it throws nothing.
        if (_thread is { HasRoom: true } thread)
            thread.Post(nowS, Mirror.Take(), (policy, _) => policy.Completed(run, site, endS));
    }

    /// <summary>Fetches what there is to tell.</summary>
    /// <param name="verdicts">What the shadow said, in order; more may follow.</param>
    /// <param name="dropped">How often it was not asked since the last time.</param>
    /// <returns>Whether there is anything.</returns>
    public bool TryFetch(out IReadOnlyList<ShadowVerdict> verdicts, out long dropped)
    {
        GiveUpIfStalled();
        List<ShadowVerdict> fetched = [];
        while (fetched.Count < MostKept && _verdicts.TryDequeue(out var verdict))
            fetched.Add(verdict);
        (verdicts, dropped, _dropped) = (fetched, _dropped, 0);
        return fetched.Count > 0 || dropped > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mirror.Unsubscribe();
        _thread?.Abandon();
    }

    private bool TryBegin()
    {
        if (_thread is not null)
            return true;
        _lost.RemoveAll(t => !t.IsAlive);
        if (_lost.Count >= PolicyThread.MostLost)
            return false;
        Mirror.Forget();
        _thread = new PolicyThread($"shadow {version}", _model, make, limits.Queue, time);
        return true;
    }

    private void Answer(PolicyThread thread, ShadowQuestion question, IPlacementPolicy policy, FleetView mine)
    {
        _present = question;
        var verdict = question.Ask(policy, mine, meanSizeUnits, limits.CountsSent);
        if (!thread.IsAbandoned)
            _verdicts.Enqueue(verdict);
    }

    private void GiveUpIfStalled()
    {
        if (_thread is not { } thread || thread.Busy < limits.Patience)
            return;
        thread.Abandon();
        _lost.Add(thread);
        _dropped += thread.Waiting;
        _thread = null;
        if (_present is { } question)
            _verdicts.Enqueue(question.Failed($"late: no answer within {limits.Patience.TotalSeconds:0.###} s"));
    }
}
