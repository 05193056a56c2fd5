using System.Collections.Concurrent;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Threads;

/// <summary>
/// Somebody on a thread and with a view of its own, so that whatever it does, also nothing for ever, stands in nobody's way. What cannot be interrupted is abandoned: the thread
/// ends when the work comes back. Posted to by one at a time.
/// </summary>
/// <typeparam name="T">Who works there.</typeparam>
public class ViewThread<T>
    where T : class
{
    private readonly BlockingCollection<Work> _queue;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _capacity;
    private volatile bool _isAbandoned;
    private long _began;

    /// <summary>Begins; it is made at once, before there is work for it.</summary>
    /// <param name="name">Its name, for those who look at threads.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="make">Makes it for a view, on the thread. Must not throw.</param>
    /// <param name="capacity">How much work may wait.</param>
    /// <param name="time">The clock.</param>
    public ViewThread(string name, FleetModel model, Func<FleetView, T> make, int capacity, TimeProvider time)
    {
        (_queue, _capacity, _time) = (new BlockingCollection<Work>(), capacity, time);
        _thread = new Thread(() => Run(new FleetView(model), make)) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Whether it is given up: what it still does counts for nothing.</summary>
    public bool IsAbandoned => _isAbandoned;

    /// <summary>Whether the thread has not ended.</summary>
    public bool IsAlive => _thread.IsAlive;

    /// <summary>Completes when it is made.</summary>
    public Task Made => _made.Task;

    /// <summary>Whether more work may wait.</summary>
    public bool HasRoom => _queue.Count < _capacity;

    /// <summary>Work that waits.</summary>
    public int Waiting => _queue.Count;

    /// <summary>How long it has been at its present work, or in the making; zero when it does nothing.</summary>
    public TimeSpan Busy => Interlocked.Read(ref _began) is not 0 and var began ? _time.GetElapsedTime(began) : TimeSpan.Zero;

    /// <summary>Gives it work.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="news">What changed at sites since the last work.</param>
    /// <param name="action">The work. Must not throw.</param>
    public void Post(double nowS, SiteNews[] news, Action<T, FleetView> action) => _queue.Add(new Work(nowS, news, action));

    /// <summary>Gives it up.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _queue.CompleteAdding();
    }

    private void Run(FleetView view, Func<FleetView, T> make)
    {
        Begin();
        var worker = make(view);
        End();
        _made.SetResult();
        foreach (var work in _queue.GetConsumingEnumerable())
        {
            if (_isAbandoned)
                return;
            Begin();
            view.SetTime(work.NowS);
            foreach (ref readonly var news in work.News.AsSpan())
                Tell(view, news);
            work.Action(worker, view);
            End();
        }
    }

    // In the order in which hosts do it: a report, then the jobs that it covers.
    private static void Tell(FleetView view, in SiteNews news)
    {
        for (var sent = news.Sent; sent > 0; sent--)
            view.Sent(news.Status.Site);
        if (news.HasReported)
            view.Report(news.Status);
        for (var arrived = news.Arrived; arrived > 0; arrived--)
            view.Arrived(news.Status.Site);
    }

    private void Begin() => Interlocked.Exchange(ref _began, Math.Max(1, _time.GetTimestamp()));

    private void End() => Interlocked.Exchange(ref _began, 0);

    private readonly record struct Work(double NowS, SiteNews[] News, Action<T, FleetView> Action);
}
