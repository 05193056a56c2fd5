namespace ControlPlane.Planning.Joint;

/// <summary>The energy of a site under a plan: load, balance, battery, units, what it costs and emits, and which of its rules are broken.</summary>
internal sealed class SiteReplay
{
    private readonly JointInstance _instance;
    private readonly JointSite _site;
    private readonly SitePlan _plan;
    private readonly ReplayFaults _faults;

    public SiteReplay(JointInstance instance, JointPlan plan, ComputeReplay compute, int index, ReplayFaults faults)
    {
        (_instance, _site, _plan, _faults) = (instance, instance.Sites[index], plan.Sites[index], faults);
        LoadMw = [.. Enumerable.Range(0, instance.Slots).Select(t => _site.Pue[t] * ItMw(compute, index, t))];
        (StoredMwh, EmissionsT, SpentUsd) = (new double[instance.Slots], new double[instance.Slots], new double[instance.Slots]);
        for (var t = 0; t < instance.Slots; t++)
        {
            faults.AtMost((_site.Pue[t] - 1) * ItMw(compute, index, t), _site.CoolingMw, $"cooling of {_site.Name} in slot {t}");
            Trade(t);
            Balance(t);
        }

        Store();
        for (var g = 0; g < _site.Units.Count; g++)
            UnitsUsd += new UnitReplay(instance, _site, g, _plan, faults).Run(EmissionsT, SpentUsd);
    }

    public double[] LoadMw { get; }

    public double[] StoredMwh { get; }

    public double[] EmissionsT { get; }

    /// <summary>What energy costs slot by slot, USD, without its carbon; what is left in the battery counts at the end.</summary>
    public double[] SpentUsd { get; }

    public double ExportUsd { get; private set; }

    public double ImportUsd { get; private set; }

    public double UnitsUsd { get; }

    public double WearUsd { get; private set; }

    public double CurtailmentUsd => CurtailedMwh * _site.CurtailUsdPerMwh;

    public double CurtailedMwh { get; private set; }

    public double EndUsd { get; private set; }

    private double ItMw(ComputeReplay compute, int index, int slot) => _site.IdleMw + _site.MwPerGpu * compute.DrawnGpus(index)[slot];

    private void Trade(int t)
    {
        var (hours, import, export, renewable) = (_instance.SlotHours, _plan.ImportMw[t], _plan.ExportMw[t], _plan.RenewableMw[t]);
        var (importUsd, exportUsd, curtailedMwh) = (hours * _site.ImportUsdPerMwh[t] * import, hours * _site.ExportUsdPerMwh[t] * export, hours * (_site.RenewableMw[t] - renewable));
        (ImportUsd, ExportUsd, CurtailedMwh) = (ImportUsd + importUsd, ExportUsd + exportUsd, CurtailedMwh + curtailedMwh);
        SpentUsd[t] += importUsd - exportUsd + curtailedMwh * _site.CurtailUsdPerMwh;
        EmissionsT[t] += hours * _site.GridTPerMwh[t] * import;
        Within(import, _site.ImportMw, "import", t);
        Within(export, _site.ExportMw, "export", t);
        Within(renewable, _site.RenewableMw[t], "sun and wind", t);
        _faults.MustBeZero(Math.Min(import, export), $"import and export at once at {_site.Name} in slot {t}");
    }

    private void Within(double value, double most, string what, int slot)
    {
        _faults.AtMost(-value, 0, $"{what} of {_site.Name} in slot {slot} below 0");
        _faults.AtMost(value, most, $"{what} of {_site.Name} in slot {slot}");
    }

    private void Balance(int t)
    {
        var given = _plan.ImportMw[t] - _plan.ExportMw[t] + _plan.RenewableMw[t] + _plan.DischargeMw[t] - _plan.ChargeMw[t];
        foreach (var unit in _plan.UnitMw)
            given += unit[t];
        _faults.MustBeZero(given - LoadMw[t], $"power balance of {_site.Name} in slot {t}");
    }

    private void Store()
    {
        var storage = _site.Storage ?? new JointStorage { MaxMwh = 0, PowerMw = 0, StartMwh = 0 };
        var stored = storage.StartMwh;
        for (var t = 0; t < _instance.Slots; t++)
        {
            var (charge, discharge) = (_plan.ChargeMw[t], _plan.DischargeMw[t]);
            Within(charge, storage.PowerMw, "charging", t);
            Within(discharge, storage.PowerMw, "discharging", t);
            _faults.MustBeZero(Math.Min(charge, discharge), $"charging and discharging at once at {_site.Name} in slot {t}");
            stored += _instance.SlotHours * (storage.ChargeEfficiency * charge - discharge / storage.DischargeEfficiency);
            _faults.AtMost(stored, storage.MaxMwh, $"stored energy of {_site.Name} in slot {t}");
            _faults.AtMost(storage.MinMwh, stored, $"least stored energy of {_site.Name} in slot {t}");
            var wearUsd = _instance.SlotHours * storage.WearUsdPerMwh * discharge;
            (WearUsd, SpentUsd[t]) = (WearUsd + wearUsd, SpentUsd[t] + wearUsd);
            StoredMwh[t] = stored;
        }

        _faults.AtMost(storage.LeastEndMwh, stored, $"stored energy of {_site.Name} at the end");
        EndUsd = storage.EndUsdPerMwh * stored;
        SpentUsd[^1] -= EndUsd;
    }
}
