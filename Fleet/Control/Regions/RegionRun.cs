namespace ControlPlane.Fleet.Control.Regions;

/// <summary>A job at a site, as long as it is there.</summary>
/// <param name="Number">Number of the job.</param>
/// <param name="Gpus">Its GPUs; 0 while it waits, and then nothing else is said.</param>
/// <param name="ClockLevel">Their clock level.</param>
/// <param name="RemainingUnits">Work left when the run began, units.</param>
/// <param name="Attempts">How often the job was started, this run included.</param>
/// <param name="StartedS">When the run began, seconds.</param>
/// <param name="EnergyJ">Its energy so far, joules.</param>
public readonly record struct RegionRun(long Number, int Gpus, int ClockLevel, double RemainingUnits, int Attempts, double StartedS, double EnergyJ);
