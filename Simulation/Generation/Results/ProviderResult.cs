using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Simulation.Generation.Results;

/// <summary>The day of a provider.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Jobs">Jobs that it took, or that nobody took and that were submitted there.</param>
/// <param name="Money">Its money.</param>
/// <param name="Energy">The energy of its site.</param>
/// <param name="StoredKwh">Energy in its battery at the end less that at the beginning, kWh.</param>
/// <param name="BacklogGpuS">Work left at the end, GPU-s.</param>
/// <param name="Series">Slot by slot.</param>
public sealed record ProviderResult(
    string Name, GenerationJobs Jobs, GenerationMoney Money, EnergySlot Energy, double StoredKwh, double BacklogGpuS, ProviderSeries Series);
