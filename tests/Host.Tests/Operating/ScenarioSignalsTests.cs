using ControlPlane.Silo.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Host.Tests.Operating;

/// <summary>Prices and weather of a scenario for a host that runs.</summary>
public sealed class ScenarioSignalsTests
{
    // The price is the hour of the day in cents.
    private const string Prices = "{ source: daily, values: [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18, 0.19, 0.20, 0.21, 0.22, 0.23] }";
    private static readonly Scenario Day = ScenarioReader.Parse(Text, "test.yaml", _ => null);

    private static string Text => $$"""
        horizon: 1 d
        gpus:
          L4: { idle: 15 W, peak: 72 W, sleep: 8 W }
        sites:
          - name: north
            gpu: L4
            count: 16
            clocks: [1.0]
            power: { alpha: 45, beta: 20, gamma: 40 }
            time: { alpha: 0.0065, beta: 0.06, gamma: 0.0022 }
            energy:
              price: {{Prices}}
              carbon: 400 g/kWh
        ingresses:
          - name: gate
            arrivals: { process: poisson, rate: 0.01 /s }
            sizes: { distribution: exponential, mean: 10 k units }
        wan:
          default-latency: 10 ms
        """;

    [Theory]
    [InlineData("2026-11-21T07:20:00Z", 0.07)]
    [InlineData("2020-02-29T23:55:00Z", 0.23)]
    [InlineData("2023-01-01T00:00:00Z", 0.00)]
    public void Repeated_they_are_those_of_the_time_of_day(string at, double priceUsd)
    {
        var conditions = ScenarioSignals.Dispatch(Day, isRepeated: true).Signals.At(0, DateTimeOffset.Parse(at, null), TimeSpan.FromMinutes(5))!.Value;
        Assert.Equal((priceUsd, 0.4), (Math.Round(conditions.Tariff.BuyUsdPerKwh, 9), conditions.Tariff.CarbonKgPerKwh));
    }

    [Fact]
    public void What_would_reach_beyond_their_end_is_read_before_it()
    {
        var conditions = ScenarioSignals.Dispatch(Day, isRepeated: true).Signals.At(0, new DateTimeOffset(2026, 11, 21, 23, 30, 0, TimeSpan.Zero), TimeSpan.FromHours(1));
        Assert.Equal(0.23, conditions!.Value.Tariff.BuyUsdPerKwh, 9);
    }

    [Fact]
    public void A_scenario_without_an_energy_side_knows_none() =>
        Assert.Null(ScenarioSignals.Dispatch(Day with { Energy = null }, isRepeated: true).Signals.At(0, DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(5)));
}
