namespace ControlPlane.Simulation.Results;

/// <summary>What a power cap did in a run.</summary>
/// <param name="LimitW">The cap, W.</param>
/// <param name="Reclocks">How often a running job got another clock.</param>
/// <param name="AboveS">Time during which the power was above the cap because no clock could be lowered further, seconds.</param>
/// <param name="PeakW">The highest power that was held for any time, W.</param>
public sealed record PowerCapResult(double LimitW, long Reclocks, double AboveS, double PeakW);
