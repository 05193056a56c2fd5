namespace ControlPlane.Planning.Joint;

/// <summary>A training job: it runs on its GPUs at one site, without a break, for a fixed number of slots, or not at all.</summary>
public sealed record TrainingJob
{
    /// <summary>What the job is called.</summary>
    public required string Name { get; init; }

    /// <summary>GPUs, > 0.</summary>
    public required double Gpus { get; init; }

    /// <summary>Slots that it runs, ≥ 1.</summary>
    public required int LengthSlots { get; init; }

    /// <summary>First slot in which it may run, ≥ 0.</summary>
    public required int ReleaseSlot { get; init; }

    /// <summary>The slot before which it must have ended; it may lie behind the horizon only for a job whose place is given.</summary>
    public required int DeadlineSlot { get; init; }

    /// <summary>What it earns when it runs, USD, ≥ 0.</summary>
    public required double ValueUsd { get; init; }

    /// <summary>Sites that may run it, by index.</summary>
    public required IReadOnlyList<int> Sites { get; init; }

    /// <summary>Which of <see cref="JointInstance.PowerShares"/> it draws, by index.</summary>
    public int PowerClass { get; init; }

    /// <summary>Whether it must run; where it cannot, there is no plan.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>Every place and slot in which it can begin.</summary>
    public IEnumerable<JobStart> Starts =>
        Sites.SelectMany(site => Enumerable.Range(ReleaseSlot, Math.Max(0, DeadlineSlot - LengthSlots - ReleaseSlot + 1)).Select(slot => new JobStart(site, slot)));

    internal string? Complain(JointInstance instance) =>
        (Gpus is > 0 and < 1e9 ? null : $"GPUs: {Gpus} must lie in (0, 1e9)")
        ?? (LengthSlots >= 1 ? null : $"length: {LengthSlots} slots must be at least 1")
        ?? (ReleaseSlot >= 0 && ReleaseSlot <= instance.Slots ? null : $"release: slot {ReleaseSlot} must lie in 0 to {instance.Slots}")
        ?? (DeadlineSlot >= 0 && DeadlineSlot <= instance.Slots ? null : $"deadline: slot {DeadlineSlot} must lie in 0 to {instance.Slots}, the end of the horizon")
        ?? JointSite.Number("value", ValueUsd, 0, 1e12)
        ?? (Sites.All(site => site >= 0 && site < instance.Sites.Count) ? null : $"sites: they must lie in 0 to {instance.Sites.Count - 1}")
        ?? (Sites.Distinct().Count() == Sites.Count ? null : "sites: one is named twice")
        ?? (PowerClass >= 0 && PowerClass < instance.PowerShares.Count ? null : $"power class: {PowerClass} must lie in 0 to {instance.PowerShares.Count - 1}");
}
