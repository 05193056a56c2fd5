using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Ppo;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Ppo;

/// <summary>
/// Six places in a row. Cashing in earns 0.1 and ends; going on earns nothing, but cashing in at the last place earns 1. Which action is which alternates from
/// place to place, and the other actions are masked. With γ = 0.9 going on to the end is best at every place, and worth 0.9⁵ at the first.
/// </summary>
internal sealed class MaskedChain : ICheckpointed
{
    private const int Places = 6;
    private const double Discount = 0.9;
    private static readonly ActionSpace Space = new(2, 3);
    private readonly RandomStream _world;
    private readonly float[] _state = new float[Places];
    private readonly bool[] _mask = new bool[Space.Actions];
    private int _place;

    public MaskedChain(long seed, int decisions)
    {
        var settings = new PpoSettings(Places, Space)
        {
            Decisions = decisions, Batch = 64, Epochs = 5, Actor = [24], Critic = [24], ActorRate = 3e-3, CriticRate = 1e-2, Seed = seed,
        };
        Learner = new(settings, ManagedBackend.Create<float>());
        _world = new(seed, "world");
    }

    public static double Optimum => Math.Pow(Discount, Places - 1);

    public PpoLearner<float> Learner { get; }

    /// <summary>The value of the first place under the policy as it is, exactly.</summary>
    public double Value
    {
        get
        {
            var value = 0.0;
            for (var place = Places - 1; place >= 0; place--)
            {
                Show(place);
                var probabilities = Learner.Probabilities(_state, _mask);
                Assert.Equal(1, probabilities[CashIn(place)] + probabilities[GoOn(place)], 4);
                var cash = place == Places - 1 ? 1 : 0.1;
                value = probabilities[CashIn(place)] * cash + probabilities[GoOn(place)] * Discount * value;
            }

            return value;
        }
    }

    public void Train(int updates)
    {
        while (updates > 0)
        {
            Live();
            if (!Learner.Rollout.IsFull)
                continue;
            Show(_place);
            Learner.Update(_state);
            updates--;
        }
    }

    /// <summary>One decision. From the last place going on ends without a reward; the next begin is drawn.</summary>
    public void Live()
    {
        Show(_place);
        Learner.Normaliser.Observe<float>(_state);
        var action = Learner.Decide(_state, _mask, explore: true);
        Assert.True(_mask[action]);
        var isEnd = action == CashIn(_place) || _place == Places - 1;
        Learner.Observe(action != CashIn(_place) ? 0 : _place == Places - 1 ? 1 : 0.1, isEnd ? 0 : Discount);
        _place = isEnd ? _world.NextBelow(3) : _place + 1;
    }

    public void Exchange(StateExchange state)
    {
        state.Within("learner", Learner);
        state.Stream("world", _world);
        state.Value("place", ref _place);
    }

    private static int CashIn(int place) => place % 2 == 0 ? 1 : 5;

    private static int GoOn(int place) => place % 2 == 0 ? 3 : 0;

    private void Show(int place)
    {
        Array.Clear(_state);
        Array.Clear(_mask);
        _state[place] = 1;
        (_mask[CashIn(place)], _mask[GoOn(place)]) = (true, true);
    }
}
