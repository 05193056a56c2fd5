using ControlPlane.Fleet.Energy;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>Prices, weather and what follows from them at a site, slot by slot, as a scenario publishes them beforehand.</summary>
internal sealed class SiteTimes
{
    private const double KwPerMw = 1000;
    private readonly SiteConditions[] _conditions;

    public SiteTimes(Scenario scenario, int site, int slots, double slotS)
    {
        var energy = scenario.Energy!;
        Spec = scenario.Fleet.Sites[site].Energy!;
        _conditions = [.. Enumerable.Range(0, slots).Select(t => energy.Signals[site]!.At(energy.StartUtc.AddSeconds(t * slotS), Length(scenario, t * slotS, slotS)))];
        Pue = [.. _conditions.Select(c => Spec.Rate(c with { Tariff = new Tariff(1, 1, 0) }).UsdPerKwh)];
    }

    /// <summary>The site's energy side.</summary>
    public SiteEnergySpec Spec { get; }

    /// <summary>Bought energy over that of the computers, with cooling and losses.</summary>
    public double[] Pue { get; }

    /// <summary>Price of a bought MWh, USD.</summary>
    public double[] ImportUsdPerMwh => [.. _conditions.Select(c => c.Tariff.BuyUsdPerKwh * KwPerMw)];

    /// <summary>Price of a sold MWh, USD.</summary>
    public double[] ExportUsdPerMwh => [.. _conditions.Select(c => c.Tariff.SellUsdPerKwh * KwPerMw)];

    /// <summary>Emissions of a bought MWh, t.</summary>
    public double[] GridTPerMwh => [.. _conditions.Select(c => c.Tariff.CarbonKgPerKwh)];

    /// <summary>Power of sun and wind, MW.</summary>
    public double[] RenewableMw => [.. _conditions.Select(c => Spec.RenewableKw(c) / KwPerMw)];

    /// <summary>Mean price of a kWh of the computers when it is bought, carbon at its price included, USD.</summary>
    public double MeanUsdPerKwh(double carbonUsdPerT) =>
        Enumerable.Range(0, Pue.Length).Average(t => Pue[t] * (_conditions[t].Tariff.BuyUsdPerKwh + carbonUsdPerT * _conditions[t].Tariff.CarbonKgPerKwh / KwPerMw));

    // At the horizon signals may end.
    private static TimeSpan Length(Scenario scenario, double beganS, double slotS) =>
        TimeSpan.FromSeconds(beganS < scenario.HorizonS ? Math.Min(slotS, scenario.HorizonS - beganS) : slotS);
}
