using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Learning.Shaping;

/// <summary>Labels of a potential: the discounted rewards of a decision and those after it, as far as the horizon.</summary>
internal sealed class RewardHorizon(LabelMemory memory, int horizon, double discount) : ICheckpointed
{
    private readonly double[] _rewards = new double[horizon];
    private long _paid;

    public void Paid(double reward, bool isEnd)
    {
        _rewards[_paid++ % horizon] = reward;
        if (memory.Waiting == horizon)
            memory.Label(Sum());
        // Nothing comes after the end.
        while (isEnd && memory.Waiting > 0)
            memory.Label(Sum());
    }

    public void Exchange(StateExchange state)
    {
        state.Value("paid", ref _paid);
        state.Array<double>("rewards", _rewards);
    }

    // Of the oldest decision that waits: its reward is as many back as decisions wait.
    private double Sum()
    {
        var (sum, weight) = (0.0, 1.0);
        for (var t = _paid - memory.Waiting; t < _paid; t++)
        {
            sum += weight * _rewards[t % horizon];
            weight *= discount;
        }

        return sum;
    }
}
