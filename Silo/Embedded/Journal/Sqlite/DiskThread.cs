using System.Collections.Concurrent;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>A thread that waits for the disk, so that no thread of the pool has to: there are few of them, and requests need them.</summary>
internal sealed class DiskThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public DiskThread()
    {
        var thread = new Thread(Serve) { IsBackground = true, Name = "journal" };
        thread.Start();
    }

    /// <summary>Does work in the order of the calls.</summary>
    /// <param name="work">What to do.</param>
    public Task<T> Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        });
        return result.Task;
    }

    /// <summary>The thread ends when it has done what it was given.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Serve()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
        _work.Dispose();
    }
}
