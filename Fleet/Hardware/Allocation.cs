namespace ControlPlane.Fleet.Hardware;

/// <summary>What a job gets at a site: a number of GPUs and a clock level.</summary>
/// <param name="Gpus">GPU count, 1 to the site's <c>MaxGpusPerJob</c>.</param>
/// <param name="ClockLevel">Index into the site's ascending clock levels, from 0.</param>
public readonly record struct Allocation(int Gpus, int ClockLevel);
