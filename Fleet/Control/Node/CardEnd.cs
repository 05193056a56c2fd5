namespace ControlPlane.Fleet.Control.Node;

/// <summary>How a job ended.</summary>
/// <param name="State">Completed, cancelled or failed.</param>
/// <param name="AtS">When.</param>
/// <param name="Site">The site of its last run; -1 if it never ran.</param>
/// <param name="Gpus">GPUs of its last run.</param>
/// <param name="ClockLevel">Clock level of its last run.</param>
/// <param name="Attempts">How often it was started.</param>
internal readonly record struct CardEnd(JobState State, double AtS, int Site, int Gpus, int ClockLevel, int Attempts);
