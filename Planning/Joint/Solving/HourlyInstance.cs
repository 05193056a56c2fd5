using ControlPlane.Planning.Joint.Programs;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>
/// An instance with finer slots than an hour, made coarser: series are averaged, jobs last and may begin by whole hours, rounded so that every hourly start is a fine one that keeps
/// window and deadline (compute-power-milp.md, section 1.7).
/// </summary>
internal sealed class HourlyInstance
{
    private readonly int _perHour;

    private HourlyInstance(JointInstance instance, int perHour) => (Instance, _perHour) = (instance, perHour);

    /// <summary>The instance by the hour.</summary>
    public JointInstance Instance { get; }

    /// <summary>Makes an instance coarser; null where its slots do not make whole hours.</summary>
    public static HourlyInstance? TryMake(JointInstance fine)
    {
        var perHour = (int)Math.Round(1 / fine.SlotHours);
        if (perHour < 2 || Math.Abs(perHour * fine.SlotHours - 1) > 1e-9 || fine.Slots % perHour != 0)
            return null;
        double[] Mean(IReadOnlyList<double> series) => [.. series.Chunk(perHour).Select(hour => hour.Average())];
        int Up(int slots) => (slots + perHour - 1) / perHour;
        return new HourlyInstance(fine with
        {
            Name = $"{fine.Name} by the hour",
            SlotHours = 1,
            Slots = fine.Slots / perHour,
            Sites = [.. fine.Sites.Select(site => site with
            {
                Gpus = [.. site.Gpus.Chunk(perHour).Select(hour => hour.Min())],
                Pue = Mean(site.Pue),
                ImportUsdPerMwh = Mean(site.ImportUsdPerMwh),
                ExportUsdPerMwh = Mean(site.ExportUsdPerMwh),
                GridTPerMwh = Mean(site.GridTPerMwh),
                RenewableMw = Mean(site.RenewableMw),
                Units = [.. site.Units.Select(unit => unit with
                {
                    RampMw = unit.RampMw * perHour,
                    MinUpSlots = Up(unit.MinUpSlots),
                    MinDownSlots = Up(unit.MinDownSlots),
                    HeldSlots = Up(unit.HeldSlots),
                })],
            })],
            Jobs = [.. fine.Jobs.Select(job =>
            {
                var hourly = job with { LengthSlots = Up(job.LengthSlots), ReleaseSlot = Up(job.ReleaseSlot), DeadlineSlot = job.DeadlineSlot / perHour };
                return hourly with { IsMandatory = job.IsMandatory && hourly.Starts.Any() };
            })],
            Classes = [.. fine.Classes.Select(k => k with { DemandGpus = Mean(k.DemandGpus) })],
        }, perHour);
    }

    /// <summary>Starts by the hour as starts in fine slots.</summary>
    public JobStart?[] Refine(IReadOnlyList<JobStart?> starts) => [.. starts.Select(start => start is { } s ? new JobStart(s.Site, s.Slot * _perHour) : (JobStart?)null)];

    /// <summary>What a job may choose from around a start: an hour before and after it there, the same slot elsewhere; everything for one that does not run.</summary>
    public JobChoices Near(TrainingJob job, JobStart? start) => start is not { } given
        ? JobChoices.All(job)
        : new JobChoices([.. job.Starts.Where(s => s.Site == given.Site ? Math.Abs(s.Slot - given.Slot) <= _perHour : s.Slot == given.Slot)], job.IsMandatory);
}
