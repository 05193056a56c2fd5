using ControlPlane.Client.Output;
using ControlPlane.Fleet.Energy;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Showing;

/// <summary>The energy side of a scenario's sites as a table.</summary>
internal static class EnergyTable
{
    /// <summary>A row a site with an energy side: what it has, and what it pays over the run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="energy">Its energy side.</param>
    public static Table Of(Scenario scenario, EnergyScenario energy)
    {
        var table = new Table("Energy", [
            Column.Words("site", "site"), new("import_kw", "buys up to", "kW"), new("export_kw", "sells up to", "kW"), new("battery_kwh", "battery", "kWh"), new("battery_kw", "", "kW"), new("pv_kw", "sun", "kW"),
            new("wind_kw", "wind", "kW"), new("generator_kw", "generator", "kW"), new("price_usd_per_mwh", "price", "USD/MWh"), new("least_price_usd_per_mwh", "least", "USD/MWh"),
            new("most_price_usd_per_mwh", "most", "USD/MWh"), new("carbon_g_per_kwh", "carbon", "g/kWh")])
        {
            Notes = ["price and carbon: means over the run of what is bought; least and most price of a slot."],
        };
        for (var site = 0; site < scenario.Fleet.SiteCount; site++)
        {
            if (scenario.Fleet.Sites[site].Energy is { } built && energy.Signals[site] is not null)
                table.Add([Cell.Of(scenario.Fleet.Sites[site].Name), .. Built(built), .. Paid(scenario, energy, site)]);
        }

        return table;
    }

    private static IEnumerable<Cell> Built(SiteEnergySpec site) =>
    [
        Cell.Of(site.Grid.ImportKw, 1), Cell.Of(site.Grid.ExportKw, 1), Has(site.Battery?.CapacityKwh), Has(site.Battery?.MaxDischargeKw), Has(site.Pv?.NominalKw), Has(site.Wind?.NominalKw), Has(site.Generator?.MaxKw),
    ];

    private static IEnumerable<Cell> Paid(Scenario scenario, EnergyScenario energy, int site)
    {
        var slots = Enumerable.Range(0, (int)Math.Ceiling(scenario.HorizonS / energy.SlotS)).Select(s => energy.At(site, s, scenario.HorizonS).Tariff).ToArray();
        var prices = slots.Select(t => t.BuyUsdPerKwh * 1000);
        return [Cell.Of(prices.Average(), 1), Cell.Of(prices.Min(), 1), Cell.Of(prices.Max(), 1), Cell.Of(slots.Average(t => t.CarbonKgPerKwh) * 1000, 0)];
    }

    private static Cell Has(double? amount) => amount is { } there ? Cell.Of(there, 1) : Cell.Empty;
}
