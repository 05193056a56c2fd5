using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>
/// A fleet of GPU jobs as an instance of the joint plan. Jobs are many and short, so their work is elastic: a class for each set of sites that jobs may use. A GPU-equivalent does the same work at every
/// site, and takes more or fewer of its GPUs. What time costs rides on the prices of energy, bought and sold: what a site's load pays for time is so much a MWh.
/// </summary>
internal sealed class FleetInstance
{
    private const double HourS = 3600;
    private const double WattsPerMw = 1e6;
    private const double KwPerMw = 1000;
    private const double NoLimitMs = 1e9;
    private readonly Scenario _scenario;
    private readonly FleetPlannerSettings _settings;
    private readonly SiteTimes[] _times;
    private readonly int _slots;

    public FleetInstance(Scenario scenario, FleetPlannerSettings settings)
    {
        (_scenario, _settings) = (scenario, settings);
        _slots = settings.Slots ?? (int)Math.Ceiling(scenario.HorizonS / settings.SlotLengthS);
        _times = [.. Enumerable.Range(0, scenario.Fleet.SiteCount).Select(s => new SiteTimes(scenario, s, _slots, settings.SlotLengthS))];
        var loads = HourlyLoad.Groups(scenario).Select(group => (Ingresses: group, UnitsPerS: HourlyLoad.UnitsPerS(scenario, group, _slots, settings.SlotLengthS))).ToList();
        var offered = OfferedLoad.Of(scenario);
        MeanSizeUnits = offered.MeanSizeUnits;
        Work = FleetWork.Of(
            scenario.Fleet, [.. _times.Select(t => t.MeanUsdPerKwh(settings.CarbonUsdPerT))], loads.Sum(l => l.UnitsPerS.Average()), MeanSizeUnits, settings.BudgetS);
        UnitsPerSPerGpu = 1 / Work.Sites.Average(w => w.GpuSecondsPerUnit);
        Instance = new JointInstance
        {
            Name = scenario.Name,
            SlotHours = settings.SlotLengthS / HourS,
            Slots = _slots,
            Sites = [.. Enumerable.Range(0, scenario.Fleet.SiteCount).Select(Site)],
            Classes = [.. loads.Select((load, k) => Class(k, load.Ingresses, load.UnitsPerS))],
            Carbon = new CarbonTerms { UsdPerT = settings.CarbonUsdPerT },
        };
    }

    public JointInstance Instance { get; }

    public FleetWork Work { get; }

    public double MeanSizeUnits { get; }

    /// <summary>Work of a GPU-equivalent, units/s.</summary>
    public double UnitsPerSPerGpu { get; }

    /// <summary>GPUs of a site that a GPU-equivalent of work keeps busy.</summary>
    public double GpusPerEquivalent(int site) => UnitsPerSPerGpu * Work.Sites[site].GpuSecondsPerUnit;

    /// <summary>Bought energy over that of the computers.</summary>
    public double Pue(int site, int slot) => _times[site].Pue[slot];

    /// <summary>What a MWh of a site's load pays for the time that its work takes, USD.</summary>
    public double TimeUsdPerMwh(int site, int slot) => TimeUsdPerGpuH(site) / (MwPerGpu(site) * Pue(site, slot));

    private double TimeUsdPerGpuH(int site) => Work.TimeUsdPerUnitS * MeanSizeUnits * Work.Sites[site].SecondsPerUnit * UnitsPerSPerGpu * HourS;

    private double MwPerGpu(int site) => UnitsPerSPerGpu * Work.Sites[site].JoulesPerUnit / WattsPerMw;

    private JointSite Site(int site)
    {
        var (spec, times) = (_scenario.Fleet.Sites[site], _times[site]);
        return new JointSite
        {
            Name = spec.Name,
            Gpus = [.. Enumerable.Repeat(spec.GpuCount / GpusPerEquivalent(site), _slots)],
            MwPerGpu = MwPerGpu(site),
            IdleMw = spec.GpuCount * spec.Gpu.SleepW / WattsPerMw,
            Pue = times.Pue,
            ImportUsdPerMwh = [.. times.ImportUsdPerMwh.Select((usd, t) => usd + TimeUsdPerMwh(site, t))],
            ExportUsdPerMwh = [.. times.ExportUsdPerMwh.Select((usd, t) => usd + TimeUsdPerMwh(site, t))],
            GridTPerMwh = times.GridTPerMwh,
            RenewableMw = times.RenewableMw,
            ImportMw = times.Spec.Grid.ImportKw / KwPerMw,
            ExportMw = times.Spec.Grid.ExportKw / KwPerMw,
            Storage = times.Spec.Battery is { } battery ? Storage(battery, times.Spec.InitialSoc) : null,
        };
    }

    private static JointStorage Storage(BatterySpec battery, double initialSoc) => new()
    {
        MaxMwh = battery.MaxKwh / KwPerMw,
        MinMwh = battery.MinKwh / KwPerMw,
        PowerMw = Math.Min(battery.MaxChargeKw, battery.MaxDischargeKw) / KwPerMw,
        ChargeEfficiency = battery.ChargeEfficiency,
        DischargeEfficiency = battery.DischargeEfficiency,
        // A kWh wears on its way in and on its way out.
        WearUsdPerMwh = 2 * battery.WearUsdPerKwh * KwPerMw,
        StartMwh = initialSoc * battery.CapacityKwh / KwPerMw,
    };

    private InferenceClass Class(int k, int[] ingresses, double[] unitsPerS)
    {
        var allowed = _scenario.Workloads[ingresses[0]].Constraint;
        return new InferenceClass
        {
            Name = $"jobs {k + 1}",
            Origin = 0,
            DemandGpus = [.. unitsPerS.Select(units => units / UnitsPerSPerGpu)],
            LatencyMs = [.. Enumerable.Range(0, _times.Length).Select(s => allowed?.Contains(s) == false ? double.PositiveInfinity : ingresses.Average(i => 1000 * _scenario.Fleet.LatencyS(i, s)))],
            LatencyLimitMs = NoLimitMs,
            RevenueUsdPerGpuH = 0,
            UnservedUsdPerGpuH = _settings.UnservedUsdPerGpuH,
        };
    }
}
