using ControlPlane.Fleet;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Replay;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>
/// Learns what capacity is worth from decisions that others take live, in streams of their own, and never decides itself. The same decisions in the same order give the
/// same weights to the bit. Serves one thread. Its memory is bounded by <see cref="LiveSettings.Capacity"/> and by <see cref="MostMemoryBytes"/>.
/// </summary>
public sealed class LiveLearner : ICheckpointed
{
    /// <summary>The most that the transitions of one learner take, bytes.</summary>
    public const long MostMemoryBytes = 64L << 20;

    private const int LeastCapacity = 512;
    private readonly LiveSettings _settings;
    private readonly PricedLearner _learner;
    private readonly Centring _centring;
    private long _learned;
    private long _held;
    private long _outside;
    private long _missed;

    /// <summary>Begins.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="settings">How it learns.</param>
    /// <param name="start">A model whose prices it begins with; null, or one without prices, to begin with nothing.</param>
    public LiveLearner(FleetModel fleet, LiveSettings settings, ILearnedModel? start)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        var model = start as PricedModel;
        _learner = new(SettingsOf(fleet, settings, model));
        if (model is not null)
            _learner.Begin(model);
        _centring = model is null ? Centring.Taken : Centring.Best;
        Start = model is null ? "nothing" : $"a model of {model.Card.Scenario} with {model.Card.Updates} updates";
    }

    /// <summary>What it began with.</summary>
    public string Start { get; }

    /// <summary>What became of the decisions so far.</summary>
    public LiveCounts Counts => new(_learned, _held, _outside, _missed);

    /// <summary>Updates made.</summary>
    public long Updates => _learner.Updates;

    /// <summary>Loss of the last update; not a number before the first one since it began or was read.</summary>
    public double Loss => _learner.Figures == default ? double.NaN : _learner.Figures.Loss;

    /// <summary>How the networks look that it learns: a checkpoint of others is refused.</summary>
    public IReadOnlyList<string> Fleet => _learner.Settings.Fleet;

    /// <summary>Joins a stream of decisions.</summary>
    /// <param name="context">Its view, which the caller keeps up to date, and what is known of its load. The view's time should begin near 0.</param>
    public LiveStream Join(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (least, most) = _learner.Settings.TimePrices;
        var followers = new PricedFollower[_settings.Prices];
        for (var i = 0; i < followers.Length; i++)
            followers[i] = new(context, _learner, least * Math.Pow(most / least, (i + _learner.Random.NextUniform()) / followers.Length), _centring);
        return new(this, context.View, followers);
    }

    /// <summary>A copy of what has been learned so far.</summary>
    /// <param name="source">What it learned from, for its card.</param>
    /// <exception cref="CheckpointException">A weight is not finite; the message names its piece.</exception>
    public ILearnedModel Snapshot(string source)
    {
        SoundWeights.Require(_learner.Critic.Average);
        return _learner.Snapshot(source);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("learned", ref _learned);
        state.Value("held", ref _held);
        state.Value("outside", ref _outside);
        state.Value("missed", ref _missed);
        state.Within("learner", _learner);
    }

    internal void Count(Followed followed)
    {
        switch (followed)
        {
            case Followed.Learned:
                _learned++;
                break;
            case Followed.Held:
                _held++;
                break;
            default:
                _outside++;
                break;
        }
    }

    internal void CountMissed(long decisions) => _missed += decisions;

    private static PricedLearnerSettings SettingsOf(FleetModel fleet, LiveSettings settings, PricedModel? model)
    {
        var learner = PricedLearnerSettings.For(fleet, settings.Seed);
        var critic = learner.Critic with { Encoder = [settings.Width, settings.Width], Head = [settings.Width] };
        if (model is not null)
        {
            critic = critic with
            {
                Levels = model.Levels,
                Encoder = model.Card.Counts("encoder", int.MaxValue),
                Head = model.Card.Counts("head", int.MaxValue),
                Quantiles = model.Card.Count("quantiles", int.MaxValue),
            };
        }

        // The rate stays: what is learned from has no end. The average forgets faster than a training's, which has ten times the updates.
        critic = critic with { Rate = settings.Rate, LastRate = settings.Rate, RateSteps = 1, AverageShare = 1e-3 };
        var capacity = (int)Math.Clamp(MostMemoryBytes / BytesOf(critic.Layout), LeastCapacity, settings.Capacity);
        return learner with
        {
            Critic = critic,
            UsesPlan = model?.UsesPlan ?? false,
            Capacity = capacity,
            WarmUp = Math.Min(settings.WarmUp, capacity),
            DecisionsPerUpdate = settings.DecisionsPerUpdate * settings.Prices,
        };
    }

    // A state and the next one in single precision, and their masks.
    private static long BytesOf(TransitionLayout layout) => 2L * (4 * layout.Features + layout.Actions) + 16;
}
