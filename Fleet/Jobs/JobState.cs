using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Jobs;

/// <summary>
/// Jobs in saved states and journalled operations. The forms have no version of their own: the state or operation that holds them has one. Reading refuses
/// numbers that no job can have; times are only finite, since clocks of different machines may disagree and make a wait negative.
/// </summary>
public static class JobState
{
    // Job: id, ingress, size, time, priority, whether there is a deadline, constraint; then units left, allocation, attempts, four times.
    internal const int LeastItemBytes = 1 + 1 + 8 + 8 + 1 + 1 + 1 + 8 + 2 + 1 + 4 * 8;

    /// <summary>Writes a job.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="job">The job.</param>
    public static void Write(this StateWriter writer, in Job job)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Number(job.Id.Value);
        writer.Count(job.Ingress);
        writer.Real(job.SizeUnits);
        writer.Real(job.SubmittedS);
        writer.Count(job.Priority);
        var isDue = job.DeadlineS < double.PositiveInfinity;
        writer.Flag(isDue);
        if (isDue)
            writer.Real(job.DeadlineS);
        SiteSetState.Write(writer, job.Constraint);
    }

    /// <summary>Reads a job.</summary>
    /// <param name="reader">Positioned at one.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public static Job ReadJob(this ref StateReader reader)
    {
        var job = new Job(
            new JobId(reader.Number()),
            reader.Count(),
            reader.Finite(),
            reader.Finite(),
            Priority: reader.Count(),
            DeadlineS: reader.Flag() ? reader.Finite() : double.PositiveInfinity,
            Constraint: SiteSetState.Read(ref reader));
        if (job.Priority > Job.MostPriority)
            throw reader.Damaged($"a job of priority {job.Priority}");
        return job.SizeUnits > 0 ? job : throw reader.Damaged($"a job of {job.SizeUnits} units");
    }

    /// <summary>Writes a job with its progress.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="item">The job and its progress.</param>
    public static void Write(this StateWriter writer, in WorkItem item)
    {
        writer.Write(item.Job);
        writer.Real(item.RemainingUnits);
        writer.Write(item.Wanted);
        writer.Count(item.Attempts);
        writer.Real(item.WaitedS);
        writer.Real(item.WanS);
        writer.Real(item.RanS);
        writer.Real(item.SinceS);
    }

    /// <summary>Reads a job with its progress.</summary>
    /// <param name="reader">Positioned at one.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public static WorkItem ReadWorkItem(this ref StateReader reader)
    {
        var item = new WorkItem(
            reader.ReadJob(),
            reader.Finite(),
            reader.ReadAllocation(),
            reader.Count(),
            reader.Finite(),
            reader.Finite(),
            reader.Finite(),
            reader.Finite());
        return item.RemainingUnits >= 0 && item.RemainingUnits <= item.Job.SizeUnits
            ? item
            : throw reader.Damaged($"{item.RemainingUnits} of {item.Job.SizeUnits} units left");
    }

    /// <summary>Writes an allocation.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="allocation">GPU count and clock level, both ≥ 0.</param>
    public static void Write(this StateWriter writer, Allocation allocation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Count(allocation.Gpus);
        writer.Count(allocation.ClockLevel);
    }

    /// <summary>Reads an allocation, which may be none (0 GPUs) or more than a site has.</summary>
    /// <param name="reader">Positioned at one.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public static Allocation ReadAllocation(this ref StateReader reader) => new(reader.Count(), reader.Count());
}
