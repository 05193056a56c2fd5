using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>
/// Carries one slot of a plan out with everything as it really is: jobs, units and batteries as planned, and what is left, routes, grid, sun and output, by a linear programme of one
/// slot. Where the plan's battery does not go with what is, it gives way.
/// </summary>
internal sealed class SlotExecution(JointInstance truth, RollingState state)
{
    // What a MWh that the plan wanted to be stored and is not is worth: far more than any price.
    private const double MissedUsdPerMwh = 10_000;
    private readonly SimplexSolver _solver = new();

    /// <summary>What a tonne costs in what a slot leaves open: the price of every tonne, and what one of the budget is worth to the plan.</summary>
    public double CarbonUsdPerT { get; set; } = truth.Carbon.UsdPerT;

    /// <summary>Begins the jobs that a plan begins in a slot.</summary>
    /// <param name="slot">The slot of the instance.</param>
    /// <param name="plan">The plan, if there is one.</param>
    /// <param name="at">The slot in the plan.</param>
    /// <param name="window">What it was made for.</param>
    public void Begin(int slot, JointPlan? plan, int at, RollingWindow window)
    {
        for (var i = 0; plan is not null && i < window.Jobs.Count; i++)
        {
            if (state.Starts[window.Jobs[i]] is null && plan.Starts[i] is { } start && start.Slot == at)
                state.Starts[window.Jobs[i]] = new JobStart(start.Site, slot);
        }
    }

    /// <summary>Carries a slot out.</summary>
    /// <param name="slot">The slot of the instance.</param>
    /// <param name="plan">The plan, if there is one.</param>
    /// <param name="at">The slot in the plan.</param>
    /// <param name="window">What it was made for.</param>
    /// <param name="routes">GPUs for each class at each site; null to choose them here.</param>
    /// <exception cref="InvalidOperationException">A site cannot be supplied whatever gives way.</exception>
    public void Run(int slot, JointPlan? plan, int at, RollingWindow window, IReadOnlyList<RoutePlan>? routes)
    {
        double[] stored = [.. truth.Sites.Select((site, s) => plan is null || site.Storage is null ? double.NaN : StoredAfter(window.Instance.Sites[s].Storage!, plan.Sites[s], s, at))];
        var (planned, kept) = (Units(plan, at), Units(null, at));
        // First as planned; then batteries give way, then units stay as they are, at last routes are chosen anew.
        var done = Try(slot, planned, stored, false, routes) ?? Try(slot, planned, stored, true, routes) ?? Try(slot, kept, stored, true, routes) ?? Try(slot, kept, stored, true, null)
            ?? throw new InvalidOperationException($"{truth.Name}: slot {slot} cannot be carried out; the import of a site is too small for what runs there.");
        state.Pass(slot, done);
    }

    // Whether units run: as planned, unless they are held as they are.
    private bool[][][] Units(JointPlan? plan, int at) => [.. state.Units.Select((units, s) => units.Select((unit, g) =>
    {
        var now = unit.Now;
        return new[] { plan is null || now.HeldSlots > 0 ? now.InitiallyOn : plan.Sites[s].UnitOn[g][at] };
    }).ToArray())];

    // What the plan wants to be stored after a slot, as near as the battery's power can come to it from where it is.
    private double StoredAfter(JointStorage storage, SitePlan plan, int s, int at)
    {
        var (planned, hours) = (storage.StartMwh, truth.SlotHours);
        for (var t = 0; t <= at; t++)
            planned += hours * (storage.ChargeEfficiency * plan.ChargeMw[t] - plan.DischargeMw[t] / storage.DischargeEfficiency);
        var (least, most) = (state.StoredMwh[s] - hours * storage.PowerMw / storage.DischargeEfficiency, state.StoredMwh[s] + hours * storage.PowerMw * storage.ChargeEfficiency);
        return Math.Clamp(Math.Clamp(planned, least, most), storage.MinMwh, storage.MaxMwh);
    }

    private JointPlan? Try(int slot, bool[][][] unitsOn, double[] storedMwh, bool mayMiss, IReadOnlyList<RoutePlan>? routes)
    {
        var running = state.RunningIn(slot).ToArray();
        double[] Now(IReadOnlyList<double> series) => [series[slot]];
        var instance = truth with
        {
            Slots = 1,
            Jobs = [.. running.Select(x => truth.Jobs[x.Job] with { LengthSlots = 1, ReleaseSlot = 0, DeadlineSlot = 1, Sites = [x.Start.Site], ValueUsd = 0, IsMandatory = true })],
            Classes = [.. truth.Classes.Select(k => k with { DemandGpus = Now(k.DemandGpus) })],
            Carbon = truth.Carbon with { BudgetT = null, UsdPerT = CarbonUsdPerT },
            Sites = [.. truth.Sites.Select((site, s) => site with
            {
                Gpus = Now(site.Gpus),
                Pue = Now(site.Pue),
                GridTPerMwh = Now(site.GridTPerMwh),
                RenewableMw = Now(site.RenewableMw),
                ImportUsdPerMwh = Now(site.ImportUsdPerMwh),
                ExportUsdPerMwh = Now(site.ExportUsdPerMwh),
                Units = [.. state.Units[s].Select(unit => unit.Now)],
                Storage = Store(site, s, slot, storedMwh[s], mayMiss),
            })],
        };
        var model = JointModel.OfParts(instance, new JointSettings { Routes = routes, UnitsOn = unitsOn });
        var solution = model.SolveOneWay(_solver);
        return solution.Status == LinearStatus.Optimal ? model.Read(solution.Values) : null;
    }

    // Where the plan says what is stored afterwards, that, or as near to it as everything else allows; otherwise what is stored is worth what the grid asks.
    private JointStorage? Store(JointSite site, int s, int slot, double storedMwh, bool mayMiss)
    {
        if (site.Storage is not { } storage)
            return null;
        var now = storage with { StartMwh = state.StoredMwh[s], EndMwh = storage.MinMwh, EndUsdPerMwh = Math.Max(0, site.ImportUsdPerMwh.Average()) * storage.DischargeEfficiency };
        if (double.IsNaN(storedMwh))
            return slot == truth.Slots - 1 ? now with { EndMwh = Math.Min(storage.LeastEndMwh, now.StartMwh), EndUsdPerMwh = storage.EndUsdPerMwh } : now;
        var most = Math.Max(storedMwh, now.StartMwh);
        return mayMiss
            ? now with { MaxMwh = most, EndUsdPerMwh = MissedUsdPerMwh }
            : now with { MinMwh = Math.Min(storedMwh, now.StartMwh), MaxMwh = most, EndMwh = storedMwh, EndUsdPerMwh = storedMwh < now.StartMwh ? 0 : now.EndUsdPerMwh };
    }
}
