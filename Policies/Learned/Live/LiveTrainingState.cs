using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>What a trainer keeps: its learner and what it did with it.</summary>
/// <param name="learner">The learner.</param>
public sealed class LiveTrainingState(LiveLearner learner) : ICheckpointed
{
    private long _published;
    private long _refused;
    private long _lastSnapshot;

    /// <summary>The learner.</summary>
    public LiveLearner Learner => learner;

    /// <summary>Snapshots that were published.</summary>
    public long Published => _published;

    /// <summary>Snapshots that were not.</summary>
    public long Refused => _refused;

    /// <summary>Decisions that were learned from since the last snapshot.</summary>
    public long SinceSnapshot => learner.Counts.Learned - _lastSnapshot;

    /// <summary>Notes a snapshot.</summary>
    /// <param name="isPublished">Whether it was published.</param>
    public void Count(bool isPublished)
    {
        _lastSnapshot = learner.Counts.Learned;
        if (isPublished)
            _published++;
        else
            _refused++;
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("published", ref _published);
        state.Value("refused", ref _refused);
        state.Value("lastSnapshot", ref _lastSnapshot);
        state.Within("live", learner);
    }
}
