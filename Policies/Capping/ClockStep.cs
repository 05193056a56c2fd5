namespace ControlPlane.Policies.Capping;

/// <summary>A step of the clocks of some running jobs, one level up or down.</summary>
/// <param name="First">Index of the first of them.</param>
/// <param name="End">Index behind the last.</param>
/// <param name="PowerW">By how much it changes their power, W.</param>
internal readonly record struct ClockStep(int First, int End, double PowerW);
