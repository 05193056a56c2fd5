using System.Collections.Concurrent;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Silo.Embedded.Node.Deciding;

/// <summary>
/// A policy on a thread and with a view of its own, so that whatever it does, also nothing for ever, stands in nobody's way. What cannot be interrupted is abandoned: the thread
/// ends when the policy comes back. Posted to by the node's loop only.
/// </summary>
internal sealed class PolicyThread
{
    /// <summary>Threads that never come back cost memory: with so many of them a policy is not asked again.</summary>
    public const int MostLost = 4;

    private readonly BlockingCollection<Work> _queue;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _capacity;
    private volatile bool _isAbandoned;
    private long _began;

    /// <summary>Begins; the policy is made at once, before there is work for it.</summary>
    /// <param name="name">Its name, for those who look at threads.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="make">Makes the policy for a view, on the thread.</param>
    /// <param name="capacity">How much work may wait.</param>
    /// <param name="time">The clock.</param>
    public PolicyThread(string name, FleetModel model, Func<FleetView, IPlacementPolicy> make, int capacity, TimeProvider time)
    {
        (_queue, _capacity, _time) = (new BlockingCollection<Work>(), capacity, time);
        _thread = new Thread(() => Run(new FleetView(model), make)) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Whether it is given up: what it still does counts for nothing.</summary>
    public bool IsAbandoned => _isAbandoned;

    /// <summary>Whether the thread has not ended.</summary>
    public bool IsAlive => _thread.IsAlive;

    /// <summary>Completes when the policy is made.</summary>
    public Task Made => _made.Task;

    /// <summary>Whether more work may wait.</summary>
    public bool HasRoom => _queue.Count < _capacity;

    /// <summary>Work that waits.</summary>
    public int Waiting => _queue.Count;

    /// <summary>How long the policy has been at its present work, or in the making; zero when it does nothing.</summary>
    public TimeSpan Busy => Interlocked.Read(ref _began) is not 0 and var began ? _time.GetElapsedTime(began) : TimeSpan.Zero;

    /// <summary>Gives it work.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="changes">What changed at sites since the last work.</param>
    /// <param name="action">The work. Must not throw.</param>
    public void Post(double nowS, SiteStatus[] changes, Action<IPlacementPolicy, FleetView> action) => _queue.Add(new Work(nowS, changes, action));

    /// <summary>Gives it up.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _queue.CompleteAdding();
    }

    private void Run(FleetView view, Func<FleetView, IPlacementPolicy> make)
    {
        Begin();
        var policy = Make(view, make);
        End();
        _made.SetResult();
        foreach (var work in _queue.GetConsumingEnumerable())
        {
            if (_isAbandoned)
                return;
            Begin();
            view.SetTime(work.NowS);
            foreach (var status in work.Changes)
                view.Report(status);
            work.Action(policy, view);
            End();
        }
    }

    private void Begin() => Interlocked.Exchange(ref _began, Math.Max(1, _time.GetTimestamp()));

    private void End() => Interlocked.Exchange(ref _began, 0);

    private static IPlacementPolicy Make(FleetView view, Func<FleetView, IPlacementPolicy> make)
    {
        IPlacementPolicy policy;
        try
        {
            policy = make(view);
        }
        catch (Exception error)
        {
            policy = new UnmadePolicy(error);
        }

        // A listener that throws fails itself, not the report.
        view.ListenerFailed ??= (_, _) => { };
        return policy;
    }

    private readonly record struct Work(double NowS, SiteStatus[] Changes, Action<IPlacementPolicy, FleetView> Action);
}
