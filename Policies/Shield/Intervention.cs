using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Shield;

/// <summary>One time that the shield did not let a policy have its way.</summary>
/// <param name="TimeS">When, seconds of the fleet's time.</param>
/// <param name="Job">The job; the default value where none is concerned.</param>
/// <param name="Stage">What the policy was asked.</param>
/// <param name="Refusal">What was wrong.</param>
/// <param name="Said">What the policy said; null when it said nothing. An allocation comes with its site.</param>
/// <param name="Instead">What took effect; null where nothing is replaced.</param>
/// <param name="FallbackRefusal">What was wrong with the fall-back's answer, so that the last resort took effect.</param>
public sealed record Intervention(
    double TimeS,
    JobId Job,
    ShieldStage Stage,
    Refusal Refusal,
    Placement? Said,
    Placement? Instead,
    Refusal FallbackRefusal = default)
{
    /// <summary>Whether a decision was replaced.</summary>
    public bool IsReplacement => Instead is not null;
}
