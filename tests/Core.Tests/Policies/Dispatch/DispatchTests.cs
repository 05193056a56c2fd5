using ControlPlane.Core.Tests.Scenarios;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Core.Tests.Policies.Dispatch;

/// <summary>Dispatchers over 30 days, between no battery and the optimum that knows everything.</summary>
public sealed class DispatchTests
{
    private const int Hours = 30 * 24;
    private static readonly BatterySpec Battery = new(400, 200, 200) { WearUsdPerKwh = 0.002 };
    private static readonly GridLimits Grid = new(600, 200);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, TestScale.Pick(1, 3))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_plan_with_a_perfect_forecast_keeps_at_least_90_percent_of_what_a_battery_can_save(int seed) => Check(Made(seed));

    [SharedDataFact("prices/US-MIDA-PJM_electricity_prices_2023.csv")]
    public void So_it_does_at_the_prices_of_PJM() => Check(Real("US-MIDA-PJM"));

    [SharedDataFact("prices/US-CAL-CISO_electricity_prices_2023.csv")]
    public void So_it_does_at_the_prices_of_CAISO_some_of_them_below_zero() => Check(Real("US-CAL-CISO"));

    [SharedDataFact("prices/US-NY-NYIS_electricity_prices_2023.csv")]
    public void So_it_does_at_the_prices_of_NYISO() => Check(Real("US-NY-NYIS"));

    [Fact]
    public void What_looks_at_no_price_may_cost_more_than_no_battery_at_all()
    {
        var study = new EnergyStudy(Battery, Grid, [.. Enumerable.Range(0, 48).Select(h => new StorageSlot(100, Flat(h is 20 or 44 ? 0.1 : 0.02), 1))], 24);
        Assert.True(study.Run(new SelfConsumption(), isPerfect: true).CostUsd > study.Run(new NoDispatch(), isPerfect: true).CostUsd);
    }

    [Fact]
    public void A_battery_is_left_alone_where_prices_do_not_cover_losses_and_wear()
    {
        var wearing = Battery with { WearUsdPerKwh = 0.05 };
        var study = new EnergyStudy(wearing, Grid, [.. Enumerable.Range(0, 96).Select(h => new StorageSlot(100, Flat(h % 24 < 12 ? 0.02 : 0.06), 1))], 24);
        foreach (var policy in new IDispatchPolicy[] { new ThresholdArbitrage(), new HorizonDispatch(wearing, Grid) })
        {
            var account = study.Run(policy, isPerfect: true);
            Assert.True(account.DischargeKwh < 1e-6, $"{policy.Name} gave {account.DischargeKwh} kWh");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Days_in_steps_of_five_minutes_and_of_an_hour_cost_the_same_within_a_thousandth(int seed)
    {
        const int PerHour = 12;
        var hours = Made(seed)[..(24 * TestScale.Pick(6, 30))];
        StorageSlot[] fine = [.. hours.SelectMany(h => Enumerable.Repeat(h with { Hours = 1.0 / PerHour }, PerHour))];
        var (coarse, five) = (new EnergyStudy(Battery, Grid, hours, 24), new EnergyStudy(Battery, Grid, fine, 24 * PerHour));
        foreach (var name in DispatchCatalog.Names)
        {
            var (a, b) = (coarse.Run(Dispatcher(name), isPerfect: true), five.Run(Dispatcher(name), isPerfect: true));
            Assert.True(Math.Abs(a.CostUsd - b.CostUsd) <= 1e-3 * a.CostUsd, $"{name}: {a.CostUsd} USD in hours, {b.CostUsd} USD in five minutes");
        }
    }

    private static IDispatchPolicy Dispatcher(string name) => DispatchCatalog.Create(name, new SiteEnergySpec(Grid) { Battery = Battery });

    private static void Check(StorageSlot[] slots)
    {
        var study = new EnergyStudy(Battery, Grid, slots, 24);
        var noneUsd = study.Run(new NoDispatch(), isPerfect: true).CostUsd;
        var bestUsd = study.BestUsd(levels: 161);
        var (threshold, horizon) = (Usd(new ThresholdArbitrage()), Usd(new HorizonDispatch(Battery, Grid)));
        Assert.True(bestUsd < noneUsd);
        // The optimum is exact on its grid of energies only; a dispatcher between its points may be a hair cheaper.
        var tolerance = 1e-3 * (noneUsd - bestUsd);
        Assert.InRange(threshold.Perfect, bestUsd - tolerance, noneUsd);
        Assert.InRange(horizon.Perfect, bestUsd - tolerance, noneUsd - 0.9 * (noneUsd - bestUsd));
        Assert.InRange(threshold.Persistence, bestUsd - tolerance, noneUsd);
        Assert.InRange(horizon.Persistence, bestUsd - tolerance, noneUsd);

        (double Perfect, double Persistence) Usd(IDispatchPolicy policy) => (study.Run(policy, isPerfect: true).CostUsd, study.Run(policy, isPerfect: false).CostUsd);
    }

    private static Tariff Flat(double usd) => new(usd, 0.8 * usd, 0);

    /// <summary>Prices with two peaks a day, noise, spikes and some hours below zero.</summary>
    private static StorageSlot[] Made(int seed)
    {
        var random = new RandomStream(seed, "prices");
        return Slots(random, [.. Enumerable.Range(0, Hours).Select(hour =>
        {
            var shape = 0.035 + 0.015 * Math.Sin((hour % 24 - 5) / 6.0 * Math.PI) + random.NextNormal(0, 0.008);
            return random.NextUniform() < 0.02 ? shape + 0.2 * random.NextUniform() : random.NextUniform() < 0.03 ? -0.01 : shape;
        })]);
    }

    private static StorageSlot[] Real(string zone)
    {
        var file = SignalReader.Read(Path.Combine(Repository.SharedData!, "prices", $"{zone}_electricity_prices_2023.csv"));
        return Slots(new RandomStream(1, zone), file.Signal(SignalQuantity.PriceUsdPerKwh).Values.Slice(150 * 24, Hours).ToArray());
    }

    private static StorageSlot[] Slots(RandomStream random, double[] pricesUsd) => [.. pricesUsd.Select((price, hour) =>
    {
        var sun = Math.Max(0, Math.Sin((hour % 24 - 6) / 12.0 * Math.PI)) * 240 * (0.5 + 0.5 * random.NextUniform());
        return new StorageSlot(300 + 80 * Math.Sin((hour % 24 - 9) / 12.0 * Math.PI) - sun, new Tariff(price, price - 0.2 * Math.Abs(price), 0), 1);
    })];
}
