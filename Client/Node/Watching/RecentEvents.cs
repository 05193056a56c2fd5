using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node.Watching;

/// <summary>The last events of a node, followed beside everything else.</summary>
/// <param name="reader">Reads them.</param>
/// <param name="time">The clock.</param>
internal sealed class RecentEvents(EventReader reader, TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Queue<ControlEvent> _last = new();

    /// <summary>The newest last.</summary>
    public IReadOnlyList<ControlEvent> Last
    {
        get
        {
            lock (_gate)
                return [.. _last];
        }
    }

    /// <summary>Follows them until cancelled, also while the node is away now and then.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async Task Follow(CancellationToken cancellation)
    {
        long after = 0;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await foreach (var e in reader.Follow(after, cancellation).ConfigureAwait(false))
                {
                    Add(e);
                    after = e.Number;
                }
            }
            catch (Exception e) when (e is NodeRefusedException or NodeUnreachableException)
            {
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Add(ControlEvent e)
    {
        lock (_gate)
        {
            _last.Enqueue(e);
            if (_last.Count > Most)
                _last.Dequeue();
        }
    }
}
