namespace ControlPlane.Simulation.Generation.Training;

/// <summary>How a model did on days that it does not learn from.</summary>
/// <param name="UtilityUsd">Mean utility, USD a day.</param>
/// <param name="ViolationShare">Share of the jobs that were not answered in time.</param>
public readonly record struct GenerationHeldOut(double UtilityUsd, double ViolationShare);
