namespace ControlPlane.Policies.Shield;

/// <summary>
/// The time that decisions take, which policies and the shield cannot know by themselves: a live host reads a monotonic clock, a test makes it up, and a
/// simulated run has none, because its results must not depend on the speed of the machine.
/// </summary>
public interface IDecisionClock
{
    /// <summary>Seconds since any fixed moment; never goes back.</summary>
    double ElapsedS { get; }
}
