using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Fluid;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>
/// The trainer's work, on its thread: it learns from decisions, and now and then gives the host a model. Nothing that fails here leaves it. Others may look at its figures
/// while it works, which are then a decision apart from each other.
/// </summary>
public sealed class LiveTraining
{
    private const double LoadWindowS = 4 * 3600;
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(20);
    private readonly LiveTrainingSettings _settings;
    private readonly SnapshotDesk _desk;
    private readonly TimeProvider _time;
    private readonly CancellationToken _closing;
    private readonly ITrainingFile? _file;
    private readonly LiveTrainingState _state;
    private readonly string _began;
    private LoadEstimator? _load;
    private string? _problem;
    private DateTimeOffset? _keptAt;
    private long _kept;
    private long _snapped;
    private TimeSpan _worked;
    private TimeSpan _owed;

    /// <summary>Begins: with what was kept, else with the model that the settings have.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="settings">How it learns.</param>
    /// <param name="judge">Measures snapshots.</param>
    /// <param name="host">Where its versions go.</param>
    /// <param name="file">Where its state is kept; null for nowhere.</param>
    /// <param name="time">The clock.</param>
    /// <param name="closing">Ends it.</param>
    public LiveTraining(
        FleetModel model, LiveTrainingSettings settings, ISnapshotJudge judge, ITrainedHost host, ITrainingFile? file, TimeProvider time, CancellationToken closing)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(time);
        (_settings, _desk, _file, _time, _closing) = (settings, new(settings, judge, host), file, time, closing);
        _state = new(new LiveLearner(model, settings.Live, settings.Start));
        _began = Begin();
        _kept = _snapped = time.GetTimestamp();
    }

    /// <summary>Joins a stream of decisions.</summary>
    /// <param name="context">Its view, which the caller keeps up to date, and what is known of the load beforehand.</param>
    public LiveStream Join(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _load ??= new(LoadWindowS, context.LoadUnitsPerS, context.MeanSizeUnits);
        return _state.Learner.Join(context);
    }

    /// <summary>Learns from a decision.</summary>
    /// <param name="stream">One that it joined.</param>
    /// <param name="job">The job.</param>
    /// <param name="done">The decision.</param>
    /// <param name="missed">Decisions before it that were dropped.</param>
    /// <param name="nowS">Time of its view, seconds.</param>
    public void Follow(LiveStream stream, in Job job, in Placement done, long missed, double nowS)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (_problem is not null || _closing.IsCancellationRequested)
            return;
        var began = _time.GetTimestamp();
        try
        {
            stream.Miss(missed);
            _load!.Arrived(job.SizeUnits, nowS);
            stream.Follow(job, done);
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
        if (_file is null || _problem is not null)
            return;
        try
        {
            _file.Write(_state);
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
        if (_file is null)
            return start;
        var (isRead, said) = _file.TryRead(_state);
        if (isRead)
            return said;
        return said.Length > 0 ? $"{start}; {said}" : start;
    }

    private void Snap(double nowS)
    {
        _state.Count(_desk.Offer(_state.Learner, _load!.LoadUnitsPerS(nowS), _closing));
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
