namespace ControlPlane.Simulation.Generation;

/// <summary>What a decision led to.</summary>
/// <param name="SlotClosed">Whether it was the last of its slot: only then are the following known.</param>
/// <param name="UtilityUsd">Utility of all that was closed with it, USD.</param>
/// <param name="Jobs">Jobs that were closed with it.</param>
/// <param name="OnTime">Of these, jobs that were on time.</param>
/// <param name="IsLast">Whether the day is over.</param>
public readonly record struct GenerationStep(bool SlotClosed, double UtilityUsd, double Jobs, double OnTime, bool IsLast);
