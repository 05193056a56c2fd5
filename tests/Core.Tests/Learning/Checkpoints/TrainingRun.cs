using ControlPlane.Core.Tests.Learning.Sac;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Constraints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Core.Tests.Learning.Checkpoints;

/// <summary>Everything that a training run goes on from: learner, memory, multiplier and the stream of its little world.</summary>
internal sealed class TrainingRun : ICheckpointed
{
    private const int States = 4;
    private static readonly TransitionLayout Layout = new(States, 6, Costs: 1);
    private readonly DiscreteSac<float> _sac;
    private readonly PrioritisedMemory _memory;
    private readonly LagrangeMultiplier _multiplier = new(new(Limit: 0.4, Rate: 0.05));
    private readonly RandomStream _world;
    private readonly TransitionBatch<float> _batch = new(Layout, 32);

    public TrainingRun(long seed, Func<SacSettings, SacSettings>? change = null)
    {
        var settings = DiscreteSacTests.Settings(Layout, new ActionSpace(3, 2), seed) with { Quantiles = 4, NextValue = NextValue.Sampled, IsNormalised = true, TemperatureRate = 1e-3 };
        _sac = new(change?.Invoke(settings) ?? settings, ManagedBackend.Create<float>());
        _memory = new(Layout, 50, new(seed, "replay"));
        _world = new(seed, "world");
    }

    public void Train(int updates)
    {
        for (var i = 0; i < updates; i++)
        {
            for (var decisions = 0; decisions < 3; decisions++)
                Live();
            _memory.Sample(_batch);
            _sac.Update(_batch, [_multiplier.Price]);
            _memory.Update(_batch, _sac.Errors);
            _multiplier.Update(_batch.Costs.Average());
        }
    }

    public void Exchange(StateExchange state)
    {
        state.Within("sac", _sac);
        state.Within("memory", _memory);
        state.Within("multiplier", _multiplier);
        state.Stream("world", _world);
    }

    private void Live()
    {
        float[] state = [.. Enumerable.Range(0, States).Select(_ => (float)_world.NextNormal())];
        float[] next = [.. Enumerable.Range(0, States).Select(_ => (float)_world.NextNormal())];
        bool[] mask = [.. Enumerable.Range(0, Layout.Actions).Select(a => a == 2 || _world.NextUniform() < 0.5)];
        _sac.Normaliser.Observe<float>(state);
        var action = _sac.Decide(state, mask, explore: true);
        _memory.Add(new Transition
        {
            State = state, Mask = mask, Action = action, Reward = state[action % States], Costs = [action % 2], Discount = 0.9f, NextState = next, NextMask = mask,
        });
    }
}
