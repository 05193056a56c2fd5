using ControlPlane.Core.Tests.Generation;
using ControlPlane.Core.Tests.Signals;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>The hard day at the prices of 2023: its files are not part of the product.</summary>
public sealed class RealYearTests
{
    private static readonly string Scenario = Path.Combine(Repository.Root, "scenarios", "real", "aigc-hard-2023.yaml");

    [Fact]
    public void Without_the_files_each_missing_one_is_named_whole_with_its_place()
    {
        var problems = Assert.Throws<ScenarioException>(() => GenerationReader.Read(Scenario, "nowhere")).Problems;
        Assert.Equal(8, problems.Select(p => p.Message).Distinct().Count());
        Assert.Equal("there is no file 'nowhere/prices/US-MIDA-PJM_electricity_prices_2023.csv'", problems[0].Message);
        Assert.EndsWith("providers[0].energy.price.file", problems[0].Field, StringComparison.Ordinal);
    }

    [SharedDataTheory]
    [InlineData(15, 141.24711)]
    [InlineData(165, 25.72092)]
    public void A_seed_runs_a_day_of_the_year_at_the_prices_of_its_market(int seed, double usdPerMwh)
    {
        var day = Year().Of(seed);
        Assert.Equal(usdPerMwh, 1000 * day.Signals[2].Day.Average(slot => slot.Tariff.BuyUsdPerKwh), 4);
        Assert.NotEqual(day.Signals[2].Day[0].Tariff, day.Signals[1].Day[0].Tariff);
        Assert.InRange(TestDays.Run(day, "least-loaded:steps=10", seed).UtilityUsd, 30, 90);
    }

    [SharedDataTheory]
    [InlineData(0)]
    [InlineData(363)]
    public void The_whole_year_is_there_and_all_but_the_signals_is_as_in_the_hard_day(int seed)
    {
        var (real, made) = (Year().Of(seed), GenerationReader.Read(Repository.Scenario("aigc-hard")).Of(0));
        Assert.Equal(made.Providers.Select(p => (p.Name, p.Model, p.Gpus, p.Energy.Battery, p.Energy.Grid)), real.Providers.Select(p => (p.Name, p.Model, p.Gpus, p.Energy.Battery, p.Energy.Grid)));
        Assert.Equal(made.Deadlines, real.Deadlines);
        Assert.Equal((made.Arrivals.JobsPerSlot, made.SlotCount), (real.Arrivals.JobsPerSlot, real.SlotCount));
        Assert.All(real.Signals, s => Assert.Equal((288, 288), (s.Day.Count, s.DayBefore.Count)));
    }

    private static GenerationDays Year() => GenerationReader.Read(Scenario, Repository.SharedData);
}
