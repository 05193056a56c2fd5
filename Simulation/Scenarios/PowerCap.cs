using ControlPlane.Policies.Capping;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>A cap on the power of the fleet's GPUs.</summary>
/// <param name="LimitW">The most power, W, &gt; 0.</param>
/// <param name="Mode">How clocks are lowered.</param>
/// <param name="EveryS">Time between looks at it, seconds, &gt; 0; it is looked at after each start too.</param>
public sealed record PowerCap(double LimitW, CappingMode Mode, double EveryS);
