using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping.Dress;

namespace ControlPlane.Core.Tests.Learning.Dress;

/// <summary>
/// Twelve states in a row under a fixed policy that goes right with 0.7: reaching the last one earns 1 and leads back to the first. A reward agent proposes for
/// every decision, and learns from what happened. Where <paramref name="effect"/> is not 0, the reward depends on the proposal after all.
/// </summary>
internal sealed class SparseChain(long seed, double effect = 0) : ICheckpointed
{
    private const int States = 12;
    private const int Actions = 2;
    private const int Bins = 20;
    private const int LeastVisits = 50;
    private const double Discount = 0.9;
    private static readonly DressSettings Settings = new(States + Actions)
    {
        Latent = 16, Hidden = 32, Critic = 32, CriticBlocks = 1, Batch = 64, ActorRate = 1e-3, CriticRate = 1e-3, Temperature = 0.1, TemperatureRate = 1e-3, TargetShare = 0.02,
    };

    private readonly RewardAgent<float> _agent = new(Settings with { Seed = seed }, ManagedBackend.Create<float>());
    private readonly ReplayMemory _memory = new(Settings.Layout, 4_000, new(seed, "replay"));
    private readonly TransitionBatch<float> _batch = new(Settings.Layout, Settings.Batch);
    private readonly RandomStream _world = new(seed, "world");
    private readonly float[] _condition = new float[Settings.Condition];
    private readonly float[] _next = new float[Settings.Condition];
    private readonly int[] _visits = new int[States * Actions * Bins];
    private int _state;
    private int _action;

    public DressFigures Figures { get; private set; }

    public void Train(int updates)
    {
        for (var i = 0; i < updates; i++)
        {
            Live();
            _memory.Sample(_batch);
            Figures = _agent.Train(_batch);
        }
    }

    /// <summary>
    /// Deviation of the critic over the proposals that were often made for one state and action, and over the states and actions: both weighted by visits.
    /// </summary>
    public (double OverProposals, double OverConditions) Spreads()
    {
        var (within, means, weights) = (0.0, new List<double>(), new List<double>());
        for (var place = 0; place < States * Actions; place++)
        {
            var visits = _visits.AsSpan(place * Bins, Bins).ToArray().Select(count => count >= LeastVisits ? (double)count : 0).ToArray();
            if (visits.Sum() == 0)
                continue;
            var values = Values(place);
            var (mean, square) = Moments(values, visits);
            within += visits.Sum() * square;
            means.Add(mean);
            weights.Add(visits.Sum());
        }

        return (Math.Sqrt(within / weights.Sum()), Math.Sqrt(Moments([.. means], [.. weights]).Variance));
    }

    public void Exchange(StateExchange state)
    {
        state.Within("agent", _agent);
        state.Within("memory", _memory);
        state.Stream("world", _world);
        state.Value("state", ref _state);
        state.Value("action", ref _action);
        state.Array<int>("visits", _visits);
    }

    private void Live()
    {
        Show(_state, _action, _condition);
        var proposal = _agent.Propose(_condition);
        _visits[(_state * Actions + _action) * Bins + BinOf(proposal)]++;
        _state = _action == 1 ? _state + 1 : Math.Max(0, _state - 1);
        var reward = (_state == States - 1 ? 1 : 0) + effect * proposal;
        _state %= States - 1;
        _action = _world.NextUniform() < 0.7 ? 1 : 0;
        Show(_state, _action, _next);
        _memory.Add(new Transition
        {
            State = _condition, Mask = [], Action = 0, ActionNumbers = [(float)proposal], Reward = (float)reward, Discount = (float)Discount, NextState = _next, NextMask = [],
        });
    }

    private double[] Values(int place)
    {
        var (conditions, proposals, values) = (new Matrix<float>(Settings.Batch, Settings.Condition), new Matrix<float>(Settings.Batch, 1), new Matrix<float>(Settings.Batch, 1));
        for (var row = 0; row < Settings.Batch; row++)
        {
            Show(place / Actions, place % Actions, conditions.Row(row));
            proposals[row, 0] = (float)(2 * (row % Bins + 0.5) / Bins - 1);
        }

        _agent.Values(conditions, proposals, values);
        return [.. values.Elements[..Bins].ToArray().Select(value => (double)value)];
    }

    private static int BinOf(double proposal) => Math.Min(Bins - 1, (int)((proposal + 1) / 2 * Bins));

    private static (double Mean, double Variance) Moments(double[] values, double[] weights)
    {
        var mean = values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
        return (mean, values.Zip(weights, (value, weight) => weight * Math.Pow(value - mean, 2)).Sum() / weights.Sum());
    }

    private static void Show(int state, int action, Span<float> condition)
    {
        condition.Clear();
        (condition[state], condition[States + action]) = (1, 1);
    }
}
