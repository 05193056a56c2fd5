namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>The energy side of sites in scenario files.</summary>
public sealed class EnergySectionTests
{
    private const string Energy = """
            energy:
              grid: { import: 30 kW, export: 5 kW }
              battery: { capacity: 20 kWh, charge: 10 kW, discharge: 8 kW, initial-soc: 0.4 }
              pv: { nominal: 12 kW }
              cooling: { cop: 4 }
              price: { source: daily, values: [0.00, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18, 0.19, 0.20, 0.21, 0.22, -5 USD/MWh] }
              carbon: 400 g/kWh
              irradiance: 500 W/m2
              temperature: { source: file, file: weather.csv }
        """;

    private const string Weather = """
        Latitude,Longitude
        1,2
        """;

    [Fact]
    public void What_is_written_is_what_the_site_has()
    {
        var scenario = Yaml.Parse(File(Energy.Replace("{ source: file, file: weather.csv }", "18 C", StringComparison.Ordinal)));
        var site = scenario.Fleet.Sites[0].Energy!;
        Assert.Equal((30.0, 5.0), (site.Grid.ImportKw, site.Grid.ExportKw));
        Assert.Equal((20.0, 10.0, 8.0, 0.4), (site.Battery!.CapacityKwh, site.Battery.MaxChargeKw, site.Battery.MaxDischargeKw, site.InitialSoc));
        Assert.Equal(12, site.Pv!.NominalKw);
        Assert.Null(scenario.Fleet.Sites[1].Energy);
        Assert.Null(scenario.Energy!.Signals[1]);
        Assert.False(scenario.Energy.IsComplete);
        // Slot 12 of five minutes is 01:00 to 01:05.
        var conditions = scenario.Energy.At(0, 12);
        Assert.Equal(0.01, conditions.Tariff.BuyUsdPerKwh, 12);
        Assert.Equal((0.4, 500.0, 18.0), (conditions.Tariff.CarbonKgPerKwh, conditions.IrradianceWPerM2, conditions.OutdoorC));
        Assert.Equal(-0.005, scenario.Energy.At(0, 23 * 12).Tariff.BuyUsdPerKwh, 12);
    }

    [Fact]
    public void Prices_come_from_a_file_beside_the_scenario()
    {
        const string Prices = "Datetime (UTC),Datetime (Local),Price (USD/MWh)\n2023-01-01 00:00:00+00:00,2023-01-01 01:00:00+01:00,30\n2023-01-01 01:00:00+00:00,2023-01-01 02:00:00+01:00,-12.5\n";
        var text = File("    energy:\n      price: { source: file, file: prices.csv }\n      carbon: 0 g/kWh\n").Replace("horizon: 1 d", "horizon: 2 h", StringComparison.Ordinal);
        var energy = Yaml.Parse(text, ("prices.csv", Prices)).Energy!;
        Assert.Equal(0.03, energy.At(0, 0).Tariff.BuyUsdPerKwh, 12);
        Assert.Equal(-0.0125, energy.At(0, 12).Tariff.BuyUsdPerKwh, 12);
        Assert.Equal(64, energy.Signals[0]!.Sources[0].Sha256.Length);
    }

    [Fact]
    public void A_signal_that_does_not_reach_over_the_run_is_named_with_its_span()
    {
        const string Prices = "Datetime (UTC),Datetime (Local),Price (USD/MWh)\n2023-01-01 00:00:00+00:00,2023-01-01 01:00:00+01:00,30\n2023-01-01 01:00:00+00:00,2023-01-01 02:00:00+01:00,12\n";
        var text = File("    energy:\n      price: { source: file, file: prices.csv }\n      carbon: 0 g/kWh\n");
        Assert.Contains("is known from 2023-01-01 00:00 to 2023-01-01 02:00", Yaml.Problem(text, ("prices.csv", Prices)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("      carbon: 400 g/kWh\n", "", "sites[0].energy.carbon: is missing")]
    [InlineData("      irradiance: 500 W/m2\n", "", "sites[0].energy.irradiance: is missing; 'pv' needs it")]
    [InlineData("      grid: { import: 30 kW, export: 5 kW }\n", "", "sites[0].energy.grid: is missing; 'battery' needs it")]
    [InlineData("carbon: 400 g/kWh", "carbon: 400", "sites[0].energy.carbon: must be emissions of energy in [0 kg/kWh, 5 kg/kWh], not '400'")]
    [InlineData("initial-soc: 0.4", "initial-soc: 0.95", "sites[0].energy.battery.initial-soc: must be between min-soc and max-soc, 0.1 and 0.9, not 0.95")]
    [InlineData("{ source: file, file: weather.csv }", "{ source: file, file: ../../etc/passwd }", "must end with .csv or .csv.gz or .epw or .json")]
    [InlineData("{ source: file, file: weather.csv }", "{ source: file, file: none.csv }", "there is no file 'none.csv'")]
    [InlineData("{ source: file, file: weather.csv }", "{ source: fil }", "must be one of file, daily, synthetic, not 'fil' (did you mean 'file'?)")]
    [InlineData("{ source: file, file: weather.csv }", "hot", "sites[0].energy.temperature: must be a temperature in [-80 C, 70 C]")]
    [InlineData(", -5 USD/MWh]", "]", "sites[0].energy.price.values: must be a list of 24 to 24 values, one an hour, not a list (it has 23)")]
    public void A_mistake_names_its_place(string part, string replacement, string message)
    {
        Assert.Contains(part, Energy, StringComparison.Ordinal);
        var problems = Yaml.Problems(File(Energy.Replace(part, replacement, StringComparison.Ordinal)), ("weather.csv", Weather));
        Assert.Contains(problems, p => p.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("start: 2023-06-01", "start: must be a moment with its offset, such as 2023-06-01T00:00Z")]
    [InlineData("start: 2023-13-01T00:00Z", "start: must be a moment")]
    [InlineData("dispatch: magic", "dispatch: must be 'none'")]
    [InlineData("power-cap: { limit: 0 W }", "power-cap.limit: must be a power in (0 W")]
    public void So_does_one_at_the_root(string line, string message) =>
        Assert.Contains(message, Yaml.Problem(line + "\n" + Yaml.Small), StringComparison.Ordinal);

    private static string File(string energy) => Yaml.With("count: 16\n", "count: 16\n" + energy.TrimEnd('\n') + "\n");
}
