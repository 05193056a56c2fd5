namespace ControlPlane.Planning.Joint.Programs;

/// <summary>Where and when a job may begin, in a programme that does not leave it every place.</summary>
/// <param name="Starts">The starts to choose from; none keeps the job out.</param>
/// <param name="IsRequired">Whether one of them must be chosen.</param>
public sealed record JobChoices(IReadOnlyList<JobStart> Starts, bool IsRequired)
{
    /// <summary>Every start of a job.</summary>
    /// <param name="job">The job.</param>
    public static JobChoices All(TrainingJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new([.. job.Starts], job.IsMandatory);
    }

    /// <summary>Exactly this start, or none at all.</summary>
    /// <param name="start">The start; null for none.</param>
    public static JobChoices Only(JobStart? start) => start is { } given ? new([given], true) : new([], false);
}
