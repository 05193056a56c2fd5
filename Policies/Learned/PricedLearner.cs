using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Pricing;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Policies.Learned;

/// <summary>Learns the prices of capacity from the decisions of one or several worlds of one fleet, in the order in which they come. Serves one thread.</summary>
public sealed class PricedLearner : ICheckpointed
{
    private readonly PricedLearnerSettings _settings;
    private readonly TransitionBatch<float> _batch;
    private long _decisions;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    public PricedLearner(PricedLearnerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        Critic = new(settings.Critic, ManagedBackend.Create<float>());
        Memory = new(settings.Critic.Layout, settings.Capacity, new RandomStream(settings.Critic.Seed, "chsac/replay"));
        Random = new(settings.Critic.Seed, "chsac/actions");
        _batch = new(settings.Critic.Layout, settings.Critic.Batch);
    }

    /// <summary>What and how it learns.</summary>
    public PricedLearnerSettings Settings => _settings;

    /// <summary>The algorithm.</summary>
    public PricedSac<float> Critic { get; }

    /// <summary>Decisions seen.</summary>
    public long Decisions => _decisions;

    /// <summary>What the last update was like.</summary>
    public PricedFigures Figures { get; private set; }

    /// <summary>What has been learned so far; it goes on changing while the learner learns.</summary>
    public PricedModel Model => new(Critic.Network, _settings.Critic.Levels, _settings.UsesPlan);

    internal ReplayMemory Memory { get; }

    internal RandomStream Random { get; }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("decisions", ref _decisions);
        state.Within("critic", Critic);
        state.Within("memory", Memory);
        state.Stream("actions", Random);
    }

    internal void Decided()
    {
        _decisions++;
        if (Memory.Count < _settings.WarmUp || _decisions % _settings.DecisionsPerUpdate != 0)
            return;
        Memory.Sample(_batch);
        Figures = Critic.Update(_batch);
    }
}
