using ControlPlane.Policies.Shield;

namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ManualClock : IDecisionClock
{
    public double ElapsedS { get; set; }
}
