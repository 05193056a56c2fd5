using System.Collections.Concurrent;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Grains.Training;

/// <summary>The trainer of a region on a thread of its own. Batches that come while it is behind are dropped and their decisions counted.</summary>
internal sealed class RegionTrainer : IDisposable
{
    // Workers come and go with silos; what is known of one that is gone is of no use.
    private const int MostWorkers = 256;
    private readonly BlockingCollection<SeenDecisionsRecord> _queue = [];
    private readonly Dictionary<string, WorkerStream> _workers = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly LiveTrainingSettings _settings;
    private readonly FleetModel _model;
    private readonly PublicationRecord _published;
    private readonly LiveTraining _training;
    private int _waiting;
    private long _missed;
    private long _unknown;

    /// <summary>Begins.</summary>
    /// <param name="region">Its name.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="published">What is known of its load.</param>
    /// <param name="options">How it learns.</param>
    /// <param name="host">Where its versions go.</param>
    /// <param name="time">The clock.</param>
    public RegionTrainer(string region, FleetModel model, PublicationRecord published, RegionTrainerOptions options, ITrainedHost host, TimeProvider time)
    {
        (_settings, _model, _published) = (options.Training!, model, published);
        _training = new LiveTraining(model, _settings, options.Judge!, host, file: null, time, _closing.Token);
        new Thread(Run) { IsBackground = true, Name = $"trainer {region}" }.Start();
    }

    /// <summary>A worker told what it decided.</summary>
    /// <param name="seen">Its decisions.</param>
    public void Tell(SeenDecisionsRecord seen)
    {
        if (Volatile.Read(ref _waiting) + seen.Decisions.Length > _settings.Queue)
        {
            Interlocked.Add(ref _missed, seen.Decisions.Length + seen.Missed);
            return;
        }

        Interlocked.Add(ref _waiting, seen.Decisions.Length);
        _queue.Add(seen);
    }

    /// <summary>How it gets on.</summary>
    public TrainerView Show()
    {
        var shown = _training.Show();
        return shown with { Dropped = shown.Dropped + Interlocked.Read(ref _missed) + Interlocked.Read(ref _unknown), Waiting = Volatile.Read(ref _waiting) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _queue.CompleteAdding();
    }

    private void Run()
    {
        foreach (var seen in _queue.GetConsumingEnumerable())
        {
            Interlocked.Add(ref _waiting, -seen.Decisions.Length);
            if (_closing.IsCancellationRequested)
                return;
            if (StreamOf(seen) is { } stream)
                stream.Follow(seen, Interlocked.Exchange(ref _missed, 0));
            else
                Interlocked.Add(ref _unknown, seen.Decisions.Length);
        }
    }

    private WorkerStream? StreamOf(SeenDecisionsRecord seen)
    {
        if (_workers.TryGetValue(seen.Worker, out var known))
            return known;
        if (!seen.IsWhole)
            return null;
        if (_workers.Count >= MostWorkers)
            _workers.Clear();
        return _workers[seen.Worker] = new WorkerStream(_training, _model, _published, seen.Decisions[0].NowS);
    }
}
