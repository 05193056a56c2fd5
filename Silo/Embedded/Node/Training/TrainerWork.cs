using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Fluid;
using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>
/// The trainer's work, on its thread: it learns from decisions, and now and then gives the host a model. Nothing that fails here leaves it. Others may look at its figures
/// while it works, which are then a decision apart from each other.
/// </summary>
internal sealed class TrainerWork
{
    private const double LoadWindowS = 4 * 3600;
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(20);
    private readonly TrainerSettings _settings;
    private readonly SnapshotDesk _desk;
    private readonly TimeProvider _time;
    private readonly CancellationToken _closing;
    private readonly LoadEstimator _load;
    private readonly TrainerState _state;
    private readonly LiveStream _stream;
    private readonly string _began;
    private string? _problem;
    private DateTimeOffset? _keptAt;
    private long _kept;
    private long _snapped;
    private TimeSpan _worked;
    private TimeSpan _owed;

    /// <summary>Begins: with its checkpoint, else with the model that the settings have.</summary>
    /// <param name="view">Its view.</param>
    /// <param name="settings">How it learns.</param>
    /// <param name="load">What is known of the load beforehand.</param>
    /// <param name="desk">Gives snapshots to the host.</param>
    /// <param name="time">The clock.</param>
    /// <param name="closing">Ends it.</param>
    public TrainerWork(FleetView view, TrainerSettings settings, KnownLoad load, SnapshotDesk desk, TimeProvider time, CancellationToken closing)
    {
        (_settings, _desk, _time, _closing) = (settings, desk, time, closing);
        _state = new(new LiveLearner(view.Model, settings.Live, settings.Start));
        _began = Begin();
        _stream = _state.Learner.Join(new PolicyContext(view, new RandomStream(load.Seed, "trainer"), Shared: null, load.MeanSizeUnits, load.UnitsPerS));
        _load = new(LoadWindowS, load.UnitsPerS, load.MeanSizeUnits);
        _kept = _snapped = time.GetTimestamp();
    }

    /// <summary>Learns from a decision.</summary>
    /// <param name="job">The job.</param>
    /// <param name="done">The decision.</param>
    /// <param name="missed">Decisions before it that were dropped.</param>
    /// <param name="nowS">Time of its view, seconds.</param>
    public void Follow(in Job job, in Placement done, long missed, double nowS)
    {
        if (_problem is not null || _closing.IsCancellationRequested)
            return;
        var began = _time.GetTimestamp();
        try
        {
            _stream.Miss(missed);
            _load.Arrived(job.SizeUnits, nowS);
            _stream.Follow(job, done);
            if (_state.SinceSnapshot >= _settings.Every && _time.GetElapsedTime(_snapped) >= _settings.Pause)
                Snap(nowS);
            else if (_time.GetElapsedTime(_kept) >= _settings.KeepEvery)
                Keep();
        }
        catch (OperationCanceledException)
        {
            // The host is closing.
        }
        catch (Exception error)
        {
            _problem = $"it learns no more: {error.GetType().Name}: {error.Message}";
        }

        Rest(_time.GetElapsedTime(began));
    }

    /// <summary>Keeps its state. A disk that does not take it is no reason to stop learning.</summary>
    public void Keep()
    {
        _kept = _time.GetTimestamp();
        if (_settings.Checkpoint is not { } path || _problem is not null)
            return;
        try
        {
            TrainerFile.Write(path, _state);
            _keptAt = _time.GetUtcNow();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The time of the last one shows that it is old.
        }
    }

    /// <summary>How it gets on.</summary>
    public TrainerView Show()
    {
        var (counts, loss) = (_state.Learner.Counts, _state.Learner.Loss);
        return new TrainerView(IsOn: true)
        {
            Began = _began,
            Problem = _problem,
            Decisions = counts.Learned,
            Held = counts.Held,
            Outside = counts.Outside,
            Dropped = counts.Missed,
            Updates = _state.Learner.Updates,
            Loss = double.IsFinite(loss) ? loss : null,
            Published = _state.Published,
            Refused = _state.Refused,
            LastRefusal = _desk.LastRefusal,
            KeptAt = _keptAt,
            WorkedS = _worked.TotalSeconds,
        };
    }

    private string Begin()
    {
        var start = _state.Learner.Start;
        if (_settings.Checkpoint is not { } path)
            return start;
        var (isRead, said) = TrainerFile.TryRead(path, _state);
        if (isRead)
            return said;
        return said.Length > 0 ? $"{start}; {said}" : start;
    }

    private void Snap(double nowS)
    {
        _state.Count(_desk.Offer(_state.Learner, _load.LoadUnitsPerS(nowS), _closing));
        _snapped = _time.GetTimestamp();
        Keep();
    }

    private void Rest(TimeSpan worked)
    {
        _worked += worked;
        _owed += worked * (1 / _settings.Share - 1);
        if (_owed < LeastRest)
            return;
        _closing.WaitHandle.WaitOne(_owed);
        _owed = TimeSpan.Zero;
    }
}
