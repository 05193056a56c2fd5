namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>What has happened up to a slot: jobs begun, energy stored, units, emissions, and the decisions that were carried out.</summary>
internal sealed class RollingState
{
    private readonly JointInstance _truth;
    private readonly double[][] _routes;
    private readonly List<SlotEnergy>[] _energy;

    public RollingState(JointInstance truth)
    {
        _truth = truth;
        Starts = new JobStart?[truth.Jobs.Count];
        StoredMwh = [.. truth.Sites.Select(site => site.Storage?.StartMwh ?? 0)];
        Units = [.. truth.Sites.Select(site => site.Units.Select(unit => new UnitState(unit)).ToArray())];
        _routes = [.. truth.Classes.Select(_ => new double[truth.Sites.Count * truth.Slots])];
        _energy = [.. truth.Sites.Select(_ => new List<SlotEnergy>())];
    }

    public JobStart?[] Starts { get; }

    public double[] StoredMwh { get; }

    public UnitState[][] Units { get; }

    public double EmissionsT { get; private set; }

    /// <summary>Jobs that run in a slot, with their places.</summary>
    public IEnumerable<(int Job, JobStart Start)> RunningIn(int slot) => Starts
        .Select((start, j) => (Job: j, Start: start))
        .Where(x => x.Start is { } start && start.Slot <= slot && slot < start.Slot + _truth.Jobs[x.Job].LengthSlots)
        .Select(x => (x.Job, x.Start!.Value));

    /// <summary>Takes what was done in a slot.</summary>
    public void Pass(int slot, JointPlan done)
    {
        for (var k = 0; k < _routes.Length; k++)
        {
            for (var s = 0; s < _truth.Sites.Count; s++)
                _routes[k][s * _truth.Slots + slot] = done.Routes[k][s, 0];
        }

        for (var s = 0; s < _truth.Sites.Count; s++)
            Pass(slot, s, SlotEnergy.Of(done.Sites[s]));
    }

    private void Pass(int slot, int s, SlotEnergy energy)
    {
        var (site, hours) = (_truth.Sites[s], _truth.SlotHours);
        _energy[s].Add(energy);
        EmissionsT += hours * site.GridTPerMwh[slot] * energy.ImportMw;
        if (site.Storage is { } storage)
            StoredMwh[s] = Math.Clamp(StoredMwh[s] + hours * (storage.ChargeEfficiency * energy.ChargeMw - energy.DischargeMw / storage.DischargeEfficiency), storage.MinMwh, storage.MaxMwh);
        for (var g = 0; g < site.Units.Count; g++)
        {
            EmissionsT += hours * site.Units[g].TPerMwh * energy.UnitMw[g];
            Units[s][g].Pass(energy.UnitMw[g], energy.UnitOn[g]);
        }
    }

    /// <summary>Everything that was carried out, as a plan of the whole instance.</summary>
    public JointPlan Done() => new()
    {
        Starts = Starts,
        Routes = [.. _routes.Select(gpus => new RoutePlan(gpus, _truth.Slots))],
        Sites = [.. _energy.Select((slots, s) => new SitePlan
        {
            ImportMw = [.. slots.Select(e => e.ImportMw)],
            ExportMw = [.. slots.Select(e => e.ExportMw)],
            RenewableMw = [.. slots.Select(e => e.RenewableMw)],
            ChargeMw = [.. slots.Select(e => e.ChargeMw)],
            DischargeMw = [.. slots.Select(e => e.DischargeMw)],
            UnitMw = [.. _truth.Sites[s].Units.Select((_, g) => slots.Select(e => e.UnitMw[g]).ToArray())],
            UnitOn = [.. _truth.Sites[s].Units.Select((_, g) => slots.Select(e => e.UnitOn[g]).ToArray())],
        })],
    };
}
