namespace ControlPlane.Fleet.Control.Regions;

/// <summary>What the home of a job knows of it. What only its site knows is in <see cref="RegionRun"/>.</summary>
/// <param name="Submission">As it was submitted.</param>
/// <param name="Number">Its number, different from those of all other jobs of the region.</param>
/// <param name="State">Held, queued for whatever it does at a site, or how it ended.</param>
/// <param name="IsCancelled">Whether somebody wants it back.</param>
/// <param name="Site">Index of its site, or of the one of its last run; -1 if none.</param>
/// <param name="Gpus">GPUs of its last run if it has ended, else 0.</param>
/// <param name="ClockLevel">Clock level of that run.</param>
/// <param name="Attempts">How often it had been started when it ended; 0 before.</param>
/// <param name="SubmittedS">When it was accepted, seconds.</param>
/// <param name="StartedS">When the last of its runs that are over began; not a number if there is none.</param>
/// <param name="EndedS">When it ended; not a number while it has not.</param>
/// <param name="EnergyJ">Energy of the runs that are over, joules.</param>
/// <param name="Version">Grows with every change that its home knows.</param>
public sealed record RegionJob(
    JobSubmission Submission,
    long Number,
    JobState State,
    bool IsCancelled,
    int Site,
    int Gpus,
    int ClockLevel,
    int Attempts,
    double SubmittedS,
    double StartedS,
    double EndedS,
    double EnergyJ,
    long Version)
{
    /// <summary>Whether a site has it.</summary>
    public bool IsPlaced => State == JobState.Queued;
}
