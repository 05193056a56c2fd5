namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>What one who plans in a slot sees: forecasts, the jobs that are known, those that run with what is left of them, stores, units and what is left of the carbon budget.</summary>
internal sealed record RollingWindow(JointInstance Instance, IReadOnlyList<int> Jobs, int FirstSlot)
{
    public static RollingWindow Make(JointInstance truth, RollingState state, RollingSettings settings, int slot)
    {
        var slots = Math.Min(settings.HorizonSlots, truth.Slots - slot);
        var forecaster = new Forecaster(truth, settings.Forecast);
        var jobs = new List<(int Index, TrainingJob Job)>();
        for (var j = 0; j < truth.Jobs.Count; j++)
        {
            if (See(truth, state, settings, j, slot, slots) is { } job)
                jobs.Add((j, job));
        }

        return new RollingWindow(truth with
        {
            Name = $"{truth.Name} from slot {slot}",
            Slots = slots,
            Sites = [.. truth.Sites.Select((site, s) => forecaster.Site(s, slot, slots) with
            {
                Units = [.. state.Units[s].Select(unit => unit.Now)],
                // The end of the day counts only where the horizon reaches it; before, what is stored is worth what the grid asks on average.
                Storage = site.Storage is { } storage
                    ? storage with
                    {
                        StartMwh = state.StoredMwh[s],
                        EndMwh = slot + slots == truth.Slots ? storage.LeastEndMwh : storage.MinMwh,
                        EndUsdPerMwh = slot + slots == truth.Slots ? storage.EndUsdPerMwh : Math.Max(0, site.ImportUsdPerMwh.Average()) * storage.DischargeEfficiency,
                    }
                    : null,
            })],
            Jobs = [.. jobs.Select(x => x.Job)],
            Classes = [.. truth.Classes.Select((_, k) => forecaster.Class(k, slot, slots))],
            Carbon = truth.Carbon with { BudgetT = truth.Carbon.BudgetT is { } budgetT ? Math.Max(0, budgetT - state.EmissionsT) * slots / (truth.Slots - slot) : null },
        }, [.. jobs.Select(x => x.Index)], slot);
    }

    private static TrainingJob? See(JointInstance truth, RollingState state, RollingSettings settings, int j, int slot, int slots)
    {
        var job = truth.Jobs[j];
        if (state.Starts[j] is { } start)
        {
            var left = Math.Min(start.Slot + job.LengthSlots - slot, slots);
            return left <= 0 ? null : job with { LengthSlots = left, ReleaseSlot = 0, DeadlineSlot = left, Sites = [start.Site], ValueUsd = 0, IsMandatory = true };
        }

        var last = Math.Min(job.DeadlineSlot - slot, slots);
        var isKnown = job.ReleaseSlot <= slot + settings.KnownAheadSlots;
        var first = Math.Max(0, job.ReleaseSlot - slot);
        return isKnown && first + job.LengthSlots <= last ? job with { ReleaseSlot = first, DeadlineSlot = last, IsMandatory = false } : null;
    }
}
