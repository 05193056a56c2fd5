namespace ControlPlane.Fleet.Generation;

/// <summary>Alike jobs that come to a queue in a slot.</summary>
/// <param name="OffsetS">When they come, seconds after the beginning of the slot; a fluid queue spreads them over the slot.</param>
/// <param name="Count">Jobs, ≥ 1.</param>
/// <param name="ServiceS">GPU time of a job, s, &gt; 0.</param>
/// <param name="EnergyJ">GPU energy of a job, J, ≥ 0.</param>
/// <param name="SlackS">How long a job may wait, s; at or below 0 it is late in any case.</param>
public readonly record struct QueuedWork(double OffsetS, int Count, double ServiceS, double EnergyJ, double SlackS);
