using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Simulation.Training;

/// <summary>
/// Training, round by round. Between two rounds no world runs, so what there is to keep is the learner and a few numbers: kept and read again then, the
/// rounds that follow are the same to the bit. Serves one thread; several may go side by side.
/// </summary>
public abstract class TrainingCourse : ICheckpointed
{
    private readonly int _rounds;
    private readonly int _roundsPerLook;
    private readonly int _patience;
    private int _round;
    private int _looksSinceBest;
    private double _bestScore = double.PositiveInfinity;

    /// <summary>Begins.</summary>
    /// <param name="rounds">Rounds, ≥ 1.</param>
    /// <param name="roundsPerLook">Rounds between two looks at held-out runs, ≥ 1.</param>
    /// <param name="patience">Looks without a better model after which it ends early; 0 for never.</param>
    private protected TrainingCourse(int rounds, int roundsPerLook, int patience) => (_rounds, _roundsPerLook, _patience) = (rounds, roundsPerLook, patience);

    /// <summary>Rounds done.</summary>
    public int Round => _round;

    /// <summary>Whether the rounds are done, or no better model has come for long enough.</summary>
    public bool IsDone => _round >= _rounds || EndedEarly;

    /// <summary>Whether no better model has come for long enough.</summary>
    public bool EndedEarly => _patience > 0 && _looksSinceBest >= _patience;

    /// <summary>Decisions seen.</summary>
    public abstract long Decisions { get; }

    /// <summary>Updates made.</summary>
    public abstract long Updates { get; }

    /// <summary>Names of the numbers that each round has.</summary>
    public abstract IReadOnlyList<string> FigureNames { get; }

    /// <summary>The best model, if the last round gave it; null otherwise.</summary>
    public ITrainedModel? NewBest { get; private set; }

    private protected abstract ICheckpointed Learner { get; }

    /// <summary>Goes through a round.</summary>
    /// <param name="progress">Told the share of the round, 0..1, on this thread.</param>
    /// <param name="cancellation">Ends it early. The session is of no use then: go on from what was kept.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingRound Next(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        Play(progress, cancellation);
        _round++;
        var heldOut = Look(cancellation);
        var figures = new double[FigureNames.Count];
        WriteFigures(figures);
        return new(_round, Decisions, Updates, figures, heldOut, NewBest is not null);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("round", ref _round);
        state.Value("looksSinceBest", ref _looksSinceBest);
        state.Value("bestScore", ref _bestScore);
        state.Within("learner", Learner);
    }

    /// <summary>Plays what is learned from in the round whose number, from 0, is <see cref="Round"/>.</summary>
    private protected abstract void Play(Action<double>? progress, CancellationToken cancellation);

    /// <summary>What has been learned so far, and how it does in held-out runs, which its card says too.</summary>
    private protected abstract (ITrainedModel Model, HeldOutResult Result) Measure(CancellationToken cancellation);

    /// <summary>The numbers of the last round, as many as there are names.</summary>
    private protected abstract void WriteFigures(Span<double> figures);

    private HeldOutResult? Look(CancellationToken cancellation)
    {
        NewBest = null;
        if (_round % _roundsPerLook != 0 && _round != _rounds)
            return null;
        var (model, result) = Measure(cancellation);
        _looksSinceBest++;
        if (result.Score < _bestScore)
            (NewBest, _bestScore, _looksSinceBest) = (model, result.Score, 0);
        return result;
    }
}
