using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Regions;

/// <summary>What an entity refuses, for callers elsewhere.</summary>
internal static class Refusals
{
    /// <summary>The same, without the refusal itself, which is a Fleet type and does not cross.</summary>
    /// <param name="refusal">The refusal.</param>
    public static RefusedException Of(ControlException refusal) =>
        new(refusal.Message) { Problem = (ProblemCode)refusal.Problem, RetryAfterS = refusal.RetryAfterS, Field = refusal.Field };
}
