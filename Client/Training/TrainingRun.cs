using System.Runtime.ExceptionServices;

namespace ControlPlane.Client.Training;

/// <summary>Sessions side by side, each on a thread of its own.</summary>
/// <param name="request">What is trained.</param>
/// <param name="time">The clock, for what is told.</param>
internal sealed class TrainingRun(TrainRequest request, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly TrainedSeed?[] _done = new TrainedSeed?[request.Seeds.Count];
    private Exception? _failure;

    /// <summary>Trains until all sessions have ended. The first failure ends the others.</summary>
    /// <param name="tell">Told how far they are, one call at a time.</param>
    /// <param name="cancellation">Ends all of them.</param>
    /// <returns>The sessions in the order of the seeds.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<TrainedSeed> Run(Action<SeedStatus> tell, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var places = new SemaphoreSlim(request.Parallel);
        var threads = new List<Thread>();
        for (var i = 0; i < _done.Length && Take(places, ending.Token); i++)
        {
            var index = i;
            threads.Add(new Thread(() => Train(index, places, tell, ending)) { IsBackground = true });
            threads[^1].Start();
        }

        foreach (var thread in threads)
            thread.Join();
        cancellation.ThrowIfCancellationRequested();
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        return [.. _done.OfType<TrainedSeed>()];
    }

    private static bool Take(SemaphoreSlim places, CancellationToken ending)
    {
        try
        {
            places.Wait(ending);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Train(int index, SemaphoreSlim places, Action<SeedStatus> tell, CancellationTokenSource ending)
    {
        try
        {
            _done[index] = new SeedTraining(request, request.Seeds[index], Tell, time).Run(ending.Token);
        }
        catch (Exception e)
        {
            // The first one is told; those that it ends are not.
            if (Interlocked.CompareExchange(ref _failure, e, null) is null)
                ending.Cancel();
        }
        finally
        {
            places.Release();
        }

        void Tell(SeedStatus status)
        {
            lock (_gate)
                tell(status);
        }
    }
}
