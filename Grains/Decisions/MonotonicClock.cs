using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Decisions;

/// <summary>Measures decisions with a host's monotonic clock.</summary>
/// <param name="time">The host's time.</param>
internal sealed class MonotonicClock(TimeProvider time) : IDecisionClock
{
    private readonly long _start = time.GetTimestamp();

    /// <inheritdoc/>
    public double ElapsedS => time.GetElapsedTime(_start).TotalSeconds;
}
