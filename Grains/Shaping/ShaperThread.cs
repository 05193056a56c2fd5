using System.Collections.Concurrent;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Shaping;

/// <summary>A shaper's learning on a thread of its own. Decisions that come while it is behind are dropped and counted; steps are fewer than asked for.</summary>
internal sealed class ShaperThread : IDisposable
{
    private const int StepsPerPublication = 100;
    private readonly BlockingCollection<Action> _queue = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly ShaperTraining _training;
    private readonly RewardShaperOptions _options;
    private readonly Func<ShaperCheckpoint, Task> _keep;
    private readonly TimeProvider _time;
    private ShaperStatusRecord _shown;
    private TimeSpan _worked;
    private string? _problem;
    private bool _isBroken;
    private int _waiting;
    private int _waitingSteps;
    private long _dropped;

    /// <summary>Begins.</summary>
    /// <param name="key">Names the thread.</param>
    /// <param name="training">The learning; from now on the thread's.</param>
    /// <param name="options">How much may wait.</param>
    /// <param name="keep">Keeps versions; the thread waits for it.</param>
    /// <param name="time">Measures work.</param>
    public ShaperThread(string key, ShaperTraining training, RewardShaperOptions options, Func<ShaperCheckpoint, Task> keep, TimeProvider time)
    {
        (_training, _options, _keep, _time, _shown) = (training, options, keep, time, training.Show());
        new Thread(Run) { IsBackground = true, Name = $"shaper {key}" }.Start();
    }

    /// <summary>A learner told what it decided.</summary>
    /// <param name="told">Its decisions.</param>
    /// <returns>Whether they were taken.</returns>
    public bool Tell(ShaperDecisionsRecord told)
    {
        var count = told.Decisions.Length;
        if (Volatile.Read(ref _waiting) + count > _options.Queue)
        {
            Interlocked.Add(ref _dropped, count);
            return false;
        }

        Interlocked.Add(ref _waiting, count);
        _queue.Add(() =>
        {
            Interlocked.Add(ref _waiting, -count);
            Try(() => _training.Follow(told));
        });
        return true;
    }

    /// <summary>Asks for steps of learning.</summary>
    /// <param name="steps">How many.</param>
    /// <returns>How many were queued.</returns>
    public int Train(int steps)
    {
        var queued = Math.Min(steps, _options.MostSteps - Volatile.Read(ref _waitingSteps));
        if (queued <= 0)
            return 0;
        Interlocked.Add(ref _waitingSteps, queued);
        _queue.Add(() => Learn(queued));
        return queued;
    }

    /// <summary>Waits until all is done that was told and asked before.</summary>
    public Task<ShaperStatusRecord> Settled() => Ask(Show);

    /// <summary>Goes back to a version.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The new version, or why there is none.</returns>
    public Task<(int Version, string? Problem)> RollBack(ShaperVersion version) => Ask(() =>
    {
        if (_training.RollBack(version) is { } problem)
            return (0, problem);
        var made = _training.Make($"back to {version.Card.Version}");
        _training.Publish();
        _keep(made).Wait(_closing.Token);
        return (made.Version.Card.Version, (string?)null);
    });

    /// <summary>How it gets on.</summary>
    public ShaperStatusRecord Show() => Volatile.Read(ref _shown) with
    {
        Problem = Volatile.Read(ref _problem),
        Dropped = Interlocked.Read(ref _dropped),
        WaitingDecisions = Volatile.Read(ref _waiting),
        WaitingSteps = Volatile.Read(ref _waitingSteps),
        WorkedS = _worked.TotalSeconds,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _queue.CompleteAdding();
    }

    private void Run()
    {
        foreach (var work in _queue.GetConsumingEnumerable())
        {
            if (_closing.IsCancellationRequested)
                return;
            var began = _time.GetTimestamp();
            work();
            _worked += _time.GetElapsedTime(began);
        }
    }

    private Task<T> Ask<T>(Func<T> answer)
    {
        var answered = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add(() =>
        {
            try
            {
                var result = answer();
                Volatile.Write(ref _shown, _training.Show());
                answered.SetResult(result);
            }
            catch (Exception error)
            {
                answered.SetException(error is AggregateException { InnerException: { } inner } ? inner : error);
            }
        });
        return answered.Task.WaitAsync(_closing.Token);
    }

    private void Learn(int steps)
    {
        for (var step = 1; step <= steps && !_closing.IsCancellationRequested; step++)
        {
            _options.BeforeStep?.Invoke();
            Try(() =>
            {
                if (_training.Step())
                    Keep();
                if (step == steps || step % StepsPerPublication == 0)
                    _training.Publish();
            });
            Interlocked.Decrement(ref _waitingSteps);
        }
    }

    // Storage that does not take it is no reason to stop learning.
    private void Keep()
    {
        var made = _training.Make("");
        try
        {
            _keep(made).Wait(_closing.Token);
            _problem = null;
        }
        catch (AggregateException error)
        {
            _problem = $"version {made.Version.Card.Version} is not kept: {error.InnerException!.Message}";
        }
    }

    // What fails here leaves a shaper that is half of one: it learns no more, and rewards are shaped with what was known.
    private void Try(Action work)
    {
        if (_isBroken)
            return;
        try
        {
            work();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            (_isBroken, _problem) = (true, $"it learns no more: {error.GetType().Name}: {error.Message}");
        }
        catch (OperationCanceledException)
        {
            // The activation is going away.
        }

        Volatile.Write(ref _shown, _training.Show());
    }
}
