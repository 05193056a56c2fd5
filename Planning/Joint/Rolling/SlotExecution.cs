using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>
/// Carries one slot of a plan out with everything as it really is: jobs, units and batteries as planned, and what is left, routes, grid, sun and output, by a linear programme of one
/// slot. Where the plan's battery does not go with what is, it gives way.
/// </summary>
internal sealed class SlotExecution(JointInstance truth, RollingState state)
{
    private readonly SimplexSolver _solver = new();

    /// <summary>Carries a slot out.</summary>
    /// <param name="slot">The slot of the instance.</param>
    /// <param name="plan">The plan, if there is one.</param>
    /// <param name="at">The slot in the plan.</param>
    /// <param name="window">What it was made for.</param>
    /// <param name="routes">GPUs for each class at each site; null to choose them here.</param>
    /// <exception cref="InvalidOperationException">A site cannot be supplied whatever its battery does; the message names the rules.</exception>
    public void Run(int slot, JointPlan? plan, int at, RollingWindow window, IReadOnlyList<RoutePlan>? routes)
    {
        for (var i = 0; plan is not null && i < window.Jobs.Count; i++)
        {
            if (state.Starts[window.Jobs[i]] is null && plan.Starts[i] is { } start && start.Slot == at)
                state.Starts[window.Jobs[i]] = new JobStart(start.Site, slot);
        }

        double[] stored = [.. truth.Sites.Select((site, s) => plan is null || site.Storage is null ? double.NaN : StoredAfter(site.Storage, plan.Sites[s], s, at))];
        var done = Try(slot, plan, at, stored, routes) ?? Try(slot, plan, at, null, routes) ?? Try(slot, plan, at, null, null)
            ?? throw new InvalidOperationException($"{truth.Name}: slot {slot} cannot be carried out; the import of a site is too small for what runs there.");
        state.Pass(slot, done);
    }

    private double StoredAfter(JointStorage storage, SitePlan plan, int s, int at) => Math.Clamp(
        state.StoredMwh[s] + truth.SlotHours * (storage.ChargeEfficiency * plan.ChargeMw[at] - plan.DischargeMw[at] / storage.DischargeEfficiency),
        storage.MinMwh,
        storage.MaxMwh);

    private JointPlan? Try(int slot, JointPlan? plan, int at, double[]? storedMwh, IReadOnlyList<RoutePlan>? routes)
    {
        var running = state.RunningIn(slot).ToArray();
        double[] Now(IReadOnlyList<double> series) => [series[slot]];
        var instance = truth with
        {
            Slots = 1,
            Jobs = [.. running.Select(x => truth.Jobs[x.Job] with { LengthSlots = 1, ReleaseSlot = 0, DeadlineSlot = 1, Sites = [x.Start.Site], ValueUsd = 0, IsMandatory = true })],
            Classes = [.. truth.Classes.Select(k => k with { DemandGpus = Now(k.DemandGpus) })],
            Carbon = truth.Carbon with { BudgetT = null },
            Sites = [.. truth.Sites.Select((site, s) => site with
            {
                Gpus = Now(site.Gpus),
                Pue = Now(site.Pue),
                GridTPerMwh = Now(site.GridTPerMwh),
                RenewableMw = Now(site.RenewableMw),
                ImportUsdPerMwh = Now(site.ImportUsdPerMwh),
                ExportUsdPerMwh = Now(site.ExportUsdPerMwh),
                Units = [.. state.Units[s].Select(unit => unit.Now)],
                Storage = Store(site, s, slot, storedMwh?[s] ?? double.NaN),
            })],
        };
        var unitsOn = truth.Sites.Select((site, s) => site.Units.Select((_, g) => new[] { plan?.Sites[s].UnitOn[g][at] ?? state.Units[s][g].Now is { InitiallyOn: true, HeldSlots: > 0 } }).ToArray()).ToArray();
        var model = new JointModel(instance, new JointSettings { Routes = routes, UnitsOn = unitsOn });
        var solution = _solver.Solve(model.Program.Linear);
        while (solution.Status == LinearStatus.Optimal && model.ForbidBothWays(solution.Values))
            solution = _solver.Solve(model.Program.Linear, solution.Basis);
        return solution.Status == LinearStatus.Optimal ? model.Read(solution.Values) : null;
    }

    // Where the plan says what is stored afterwards, that and nothing else; otherwise what is stored is worth what the grid asks.
    private JointStorage? Store(JointSite site, int s, int slot, double storedMwh)
    {
        if (site.Storage is not { } storage)
            return null;
        var now = storage with { StartMwh = state.StoredMwh[s], EndMwh = storage.MinMwh, EndUsdPerMwh = Math.Max(0, site.ImportUsdPerMwh.Average()) * storage.DischargeEfficiency };
        if (double.IsNaN(storedMwh))
            return slot == truth.Slots - 1 ? now with { EndMwh = Math.Min(storage.LeastEndMwh, now.StartMwh), EndUsdPerMwh = storage.EndUsdPerMwh } : now;
        return now with { MinMwh = Math.Min(storedMwh, now.StartMwh), EndMwh = storedMwh, MaxMwh = Math.Max(storedMwh, now.StartMwh), EndUsdPerMwh = storedMwh < now.StartMwh ? 0 : now.EndUsdPerMwh };
    }
}
