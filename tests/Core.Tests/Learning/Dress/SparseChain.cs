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
    private const int LeastVisits = 20;
    private const int Remembered = 20_000;
    private const int DecisionsPerUpdate = 4;
    private const double Discount = 0.9;
    private static readonly DressSettings Settings = new(States + Actions)
    {
        Latent = 16, Hidden = 32, Critic = 32, CriticBlocks = 1, Batch = 64, ActorRate = 1e-3, CriticRate = 1e-3, Temperature = 0.1, TemperatureRate = 1e-3, TargetShare = 0.02,
    };

    private readonly RewardAgent<float> _agent = new(Settings with { Seed = seed }, ManagedBackend.Create<float>());
    private readonly ReplayMemory _memory = new(Settings.Layout, Remembered, new(seed, "replay"));
    private readonly TransitionBatch<float> _batch = new(Settings.Layout, Settings.Batch);
    private readonly RandomStream _world = new(seed, "world");
    private readonly float[] _condition = new float[Settings.Condition];
    private readonly float[] _next = new float[Settings.Condition];
    private readonly int[] _recent = new int[Remembered];
    private int _state;
    private int _action;

    public DressFigures Figures { get; private set; }

    public void Train(int updates)
    {
        for (var i = 0; i < updates; i++)
        {
            for (var decisions = 0; decisions < DecisionsPerUpdate; decisions++)
                Live();
            _memory.Sample(_batch);
            Figures = _agent.Train(_batch);
        }
    }

    /// <summary>
    /// Deviation of the critic over the proposals that are often among those remembered for one state and action, and over the states and actions.
    /// Where nothing was proposed the critic holds what it began with, which says nothing.
    /// </summary>
    public (double OverProposals, double OverConditions) Spreads()
    {
        var (within, means) = (new List<double>(), new List<double>());
        for (var place = 0; place < States * Actions; place++)
        {
            var values = Values(place).Where((_, bin) => _recent.Count(recent => recent == place * Bins + bin) >= LeastVisits).ToArray();
            if (values.Length < 2)
                continue;
            within.Add(Variance(values));
            means.Add(values.Average());
        }

        return (Math.Sqrt(within.Average()), Math.Sqrt(Variance(means)));
    }

    public void Exchange(StateExchange state)
    {
        state.Within("agent", _agent);
        state.Within("memory", _memory);
        state.Stream("world", _world);
        state.Value("state", ref _state);
        state.Value("action", ref _action);
        state.Array<int>("recent", _recent);
    }

    private void Live()
    {
        Show(_state, _action, _condition);
        var proposal = _agent.Propose(_condition);
        _recent[_memory.Added % Remembered] = (_state * Actions + _action) * Bins + BinOf(proposal);
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

    private static double Variance(IReadOnlyCollection<double> values) => values.Average(value => value * value) - Math.Pow(values.Average(), 2);

    private static void Show(int state, int action, Span<float> condition)
    {
        condition.Clear();
        (condition[state], condition[States + action]) = (1, 1);
    }
}
