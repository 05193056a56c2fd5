namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What the home of a job knows of it.</summary>
/// <param name="Submission">As it was submitted.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Held, queued for whatever it does at a site, or how it ended.</param>
/// <param name="IsCancelled">Whether somebody wants it back.</param>
/// <param name="Site">Site index; -1 if none.</param>
/// <param name="Gpus">GPUs of its last run if it has ended, else 0.</param>
/// <param name="ClockLevel">Clock level of that run.</param>
/// <param name="Attempts">How often it had been started when it ended.</param>
/// <param name="SubmittedS">When it was accepted, seconds.</param>
/// <param name="StartedS">When the last of its runs that are over began; not a number if there is none.</param>
/// <param name="EndedS">When it ended; not a number while it has not.</param>
/// <param name="EnergyJ">Energy of the runs that are over, joules.</param>
/// <param name="Version">Grows with every change that its home knows.</param>
[GenerateSerializer, Immutable, Alias("controlplane.job-card")]
public sealed record JobCardRecord(
    [property: Id(0)] SubmissionRecord Submission,
    [property: Id(1)] long Number,
    [property: Id(2)] CardStateCode State,
    [property: Id(3)] bool IsCancelled,
    [property: Id(4)] int Site,
    [property: Id(5)] int Gpus,
    [property: Id(6)] int ClockLevel,
    [property: Id(7)] int Attempts,
    [property: Id(8)] double SubmittedS,
    [property: Id(9)] double StartedS,
    [property: Id(10)] double EndedS,
    [property: Id(11)] double EnergyJ,
    [property: Id(12)] long Version);
