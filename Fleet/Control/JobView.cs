namespace ControlPlane.Fleet.Control;

/// <summary>A job as a host shows it.</summary>
/// <param name="Submission">As it was submitted.</param>
/// <param name="State">Where it is.</param>
/// <param name="Site">Its site, or the one that did it; null if none.</param>
/// <param name="Gpus">GPUs it has, or had in its last run; 0 if none.</param>
/// <param name="Clock">Normalised clock of them, (0, 1]; 0 if none.</param>
/// <param name="RemainingUnits">Work left when its last run began, units; 0 when done.</param>
/// <param name="Attempts">How often it was started.</param>
/// <param name="SubmittedAt">When it was accepted.</param>
/// <param name="StartedAt">When its last run began; null if it never ran.</param>
/// <param name="EndedAt">When it ended; null while it has not.</param>
/// <param name="EnergyJ">Energy of its runs so far, joules: as their agents measured it, else by the site's model.</param>
/// <param name="Version">Grows with every change, not with energy and progress.</param>
/// <param name="ProgressUnits">Work done in the present run as the agent last said, units; null when it runs nowhere or nothing was said.</param>
public sealed record JobView(
    JobSubmission Submission,
    JobState State,
    string? Site,
    int Gpus,
    double Clock,
    double RemainingUnits,
    int Attempts,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    double EnergyJ,
    long Version,
    double? ProgressUnits = null);
