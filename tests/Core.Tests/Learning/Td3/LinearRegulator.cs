using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Td3;

namespace ControlPlane.Core.Tests.Learning.Td3;

/// <summary>x' = x + b a with the cost x² + ρ a²: the best action is a multiple of x. The state is shown as (50 + 20 x, 3).</summary>
internal sealed class LinearRegulator : ICheckpointed
{
    private const double Push = 0.5;
    private const double Effort = 0.6;
    private const double Discount = 0.9;
    private const int WarmUp = 300;
    private static readonly TransitionLayout Layout = TransitionLayout.Continuous(features: 2, actionNumbers: 1);
    private readonly ReplayMemory _memory;
    private readonly RandomStream _world;
    private readonly DecisionTrail _trail;
    private readonly TransitionBatch<float> _batch = new(Layout, 64);
    private readonly float[] _state = new float[2];
    private readonly double[] _action = new double[1];
    private double _x;
    private int _step;

    public LinearRegulator(long seed, int capacity = 10_000)
    {
        Learner = new(new(Layout) { Batch = 64, Actor = [32], Critic = [32, 32], ActorRate = 5e-4, CriticRate = 1e-3, TargetShare = 0.02, Seed = seed }, ManagedBackend.Create<float>());
        _memory = new(Layout, capacity, new(seed, "replay"));
        _trail = new(_memory, decisions: 1, Discount);
        _world = new(seed, "world");
    }

    public Td3Learner<float> Learner { get; }

    /// <summary>What the learned policy costs from some starts, over what the best one costs: P x², P by Riccati's equation.</summary>
    public double CostOverBest
    {
        get
        {
            var p = 1.0;
            for (var i = 0; i < 200; i++)
                p = 1 + Discount * p - Math.Pow(Discount * p * Push, 2) / (Effort + Discount * p * Push * Push);
            double[] starts = [-0.8, -0.4, 0.4, 0.8];
            return starts.Sum(Cost) / starts.Sum(x => p * x * x);
        }
    }

    public void Train(int decisions)
    {
        for (var i = 0; i < decisions; i++)
        {
            Live();
            if (_memory.Added < WarmUp)
                continue;
            _memory.Sample(_batch);
            Learner.Update(_batch);
        }
    }

    public void Exchange(StateExchange state)
    {
        state.Within("learner", Learner);
        state.Within("memory", _memory);
        state.Stream("world", _world);
        state.Value("x", ref _x);
        state.Value("step", ref _step);
    }

    private double Cost(double x)
    {
        var (cost, worth) = (0.0, 1.0);
        for (var i = 0; i < 200; i++, worth *= Discount)
        {
            Show(x);
            Learner.Decide(_state, explore: false, _action);
            cost += worth * (x * x + Effort * _action[0] * _action[0]);
            x += Push * _action[0];
        }

        return cost;
    }

    // Ten decisions from a start that is drawn; none of the ends is an end to the value.
    private void Live()
    {
        if (_step++ % 10 == 0)
            _x = 2 * _world.NextUniform() - 1;
        Show(_x);
        Learner.Normaliser.Observe<float>(_state);
        if (_memory.Added < WarmUp)
            _action[0] = 2 * _world.NextUniform() - 1;
        else
            Learner.Decide(_state, explore: true, _action);
        _trail.Decide(_state, _action);
        var reward = -(_x * _x) - Effort * _action[0] * _action[0];
        _x += Push * _action[0];
        Show(_x);
        _trail.Observe(reward, [], elapsed: 1, _state, [], isEnd: false);
    }

    private void Show(double x) => (_state[0], _state[1]) = ((float)(50 + 20 * x), 3);
}
