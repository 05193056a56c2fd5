using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Grains.Shaping;

/// <summary>Shapes rewards with a copy of what is known, from any thread: whoever learns holds it only while copying, never while learning.</summary>
/// <param name="settings">The shaper's.</param>
internal sealed class ScoringDesk(ShaperSettings settings)
{
    private readonly Lock _lock = new();
    private readonly RewardScorer<float> _scorer = new(settings, ManagedBackend.Create<float>());
    private int _version;
    private long _steps;

    /// <summary>Takes over what is known now.</summary>
    /// <param name="shaper">The shaper, on its thread.</param>
    /// <param name="version">Its newest version.</param>
    public void Publish(RewardShaper<float> shaper, int version)
    {
        lock (_lock)
        {
            shaper.CopyTo(_scorer);
            (_version, _steps) = (version, shaper.Steps);
        }
    }

    /// <summary>Shapes rewards.</summary>
    /// <param name="batch">Of the shaper's shape.</param>
    public ShaperScoreReply Shape(ShaperBatchRecord batch)
    {
        float[] rewards = [.. batch.Rewards];
        lock (_lock)
        {
            _scorer.Shape(batch.States.AsSpan(), batch.Actions.AsSpan(), rewards, batch.Discounts.AsSpan(), batch.NextStates.AsSpan());
            return new([.. rewards.Select(r => (double)r)], _scorer.IsReady, _version, _steps);
        }
    }

    /// <summary>Shares out a pay-out.</summary>
    /// <param name="window">Of the shaper's shape.</param>
    public ShaperScoreReply ShareOut(ShaperWindowRecord window)
    {
        var rewards = new double[window.Actions.Length];
        lock (_lock)
        {
            _scorer.ShareOut(window.States.AsSpan(), window.Actions.AsSpan(), window.Paid, rewards);
            return new([.. rewards], _scorer.IsReady, _version, _steps);
        }
    }
}
