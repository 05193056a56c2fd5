using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Planned;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine.Energy;

/// <summary>The energy of all sites that have an energy side.</summary>
internal sealed class EnergyRun
{
    private readonly SiteEnergyRun?[] _sites;
    private readonly double[] _startKwh;
    private readonly BatteryPlan? _plan;

    /// <summary>Begins the first slot.</summary>
    /// <param name="scenario">The scenario; it has an energy side.</param>
    /// <param name="plan">What the plan of its policy wants of batteries; null without one.</param>
    public EnergyRun(Scenario scenario, BatteryPlan? plan)
    {
        _plan = plan;
        var energy = scenario.Energy!;
        SlotS = energy.SlotS;
        _sites = [.. scenario.Fleet.Sites.Select((spec, i) => spec.Energy is { } side ? new SiteEnergyRun(side, Conditions(energy, i, scenario.HorizonS), energy, scenario.HorizonS) : null)];
        _startKwh = [.. _sites.Select(s => s?.StoredKwh ?? 0)];
    }

    /// <summary>Length of a slot, seconds.</summary>
    public double SlotS { get; }

    /// <summary>Number of sites.</summary>
    public int SiteCount => _sites.Length;

    /// <summary>Whether a site has an energy side.</summary>
    /// <param name="site">Site index.</param>
    public bool Has(int site) => _sites[site] is not null;

    /// <summary>What energy costs at a site in the slot that runs.</summary>
    /// <param name="site">Site index.</param>
    public EnergyRate Rate(int site) => _sites[site]!.Rate;

    /// <summary>Energy in a site's battery, kWh; null without one.</summary>
    /// <param name="site">Site index.</param>
    public double? StoredKwh(int site) => _sites[site]!.HasBattery ? _sites[site]!.StoredKwh : null;

    /// <summary>The slot that runs ends at a site.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="meterJ">Energy of its computers since the beginning, J.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public EnergySlot Close(int site, double meterJ, double nowS) => _sites[site]!.Close(meterJ, nowS, _plan, site);

    /// <summary>What it came to at a site; null without an energy side.</summary>
    /// <param name="site">Site index.</param>
    public SiteEnergyResult? Result(int site) =>
        _sites[site] is { } run ? new SiteEnergyResult(run.Total, _startKwh[site], run.StoredKwh, run.Series) : null;

    // Averaged once: dispatchers look a day ahead in every slot.
    private static SiteConditions[] Conditions(EnergyScenario energy, int site, double horizonS)
    {
        var conditions = new SiteConditions[(int)Math.Ceiling(horizonS / energy.SlotS)];
        for (var slot = 0; slot < conditions.Length; slot++)
            conditions[slot] = energy.At(site, slot, horizonS);
        return conditions;
    }
}
