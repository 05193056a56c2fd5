using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Control.Energy;

/// <summary>Whatever happens in whatever order: every account closes, no energy of the meters is lost or counted twice, and a replay gives the same state.</summary>
public sealed class EnergyInterleavingTests
{
    private static readonly SiteEnergySpec Site = TestFleets.Energy with
    {
        Battery = new BatterySpec(4, 2, 3) { SelfDischargePerH = 0.01 },
        Generator = new GeneratorSpec(1, 4) { RampKwPerH = 20 },
        Wind = new WindTurbine(2),
        Cooling = new CoolingModel(),
        FixedLossShare = 0.03,
    };

    [Fact]
    public void Accounts_close_and_the_meters_are_found_again_in_the_slots()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(30, 2_000)))
        {
            var random = new RandomStream(seed, "energy");
            var test = new TestDesk(Site, new EnergyDeskSettings { Kept = 10_000 });
            var correctedJ = 0.0;
            test.Pass();
            for (var step = 0; step < 300; step++)
                correctedJ += Step(test, random);
            Check(test, correctedJ, seed);
            test.Restored();
        }
    }

    private static double Step(TestDesk test, RandomStream random)
    {
        test.Run(random.NextBelow(40) == 0 ? 4_000 * random.NextUniform() : 200 * random.NextUniform(), 6 * random.NextUniform());
        switch (random.NextBelow(8))
        {
            case 0:
                test.Order(10 * random.NextUniform() - 5, 1 + 1_000 * random.NextUniform());
                break;
            case 1:
                test.Release();
                break;
            case 2:
                var moreJ = 2e5 * (random.NextUniform() - 0.5);
                test.Desk.Correct(moreJ);
                return moreJ;
            case 3 or 4 when test.Desk.Question(0, 0) is not null:
                Decide(test, random);
                break;
            default:
                test.Pass();
                if (random.NextBelow(2) == 0 && test.Desk.Question(0, 0) is not null)
                    Decide(test, random);
                break;
        }

        return 0;
    }

    private static void Decide(TestDesk test, RandomStream random)
    {
        var buyUsd = 0.3 * random.NextUniform() - 0.05;
        SiteConditions? conditions = random.NextBelow(5) == 0
            ? null
            : new SiteConditions(new Tariff(buyUsd, buyUsd - 0.1 * random.NextUniform(), 0.4), 1_000 * random.NextUniform(), 20 * random.NextUniform(), 40 * random.NextUniform());
        var question = test.Desk.Question(0, 0)!;
        var setPoint = conditions is null ? default : new SiteSetPoint(5 * random.NextUniform() - 3, 4 * random.NextUniform());
        test.Desk.Decide(question.Slot, new SlotDecision(setPoint, SlotSource.Policy, "test", conditions), test.AtS, test.ReadingJ);
    }

    private static void Check(TestDesk test, double correctedJ, int seed)
    {
        // A last override settles the slot that runs up to now.
        test.Order(0, 1e6, "the end");
        var shown = test.Show();
        var slots = test.Desk.Slots("only", long.MaxValue, 1_000).Slots;
        Assert.All(slots, s => Assert.True(s.Account is not { } account || account.Residual <= 1e-6, $"seed {seed}: {s}"));
        Assert.All(slots, s => Assert.InRange(s.Soc!.Value, 0, 0.9 + 1e-12));
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.Equal(pair.Second.To, pair.First.From));
        var found = shown.Total.LoadKwh + shown.Total.UnseenKwh + shown.Running!.LoadKwh!.Value + shown.CarriedKwh;
        Assert.Equal((test.ReadingJ + correctedJ) / 3.6e6, found, 9);
        Assert.Equal(slots.Where(s => !s.IsGap).Sum(s => s.LoadKwh!.Value), shown.Total.LoadKwh, 9);
        Assert.Equal(slots.Where(s => s.Account is not null).Sum(s => s.Account!.Value.CostUsd), shown.Total.Account.CostUsd, 9);
        Assert.True(shown.Total.Account.Residual <= 1e-6, $"seed {seed}");
        Assert.True(shown.Total is { Slots: > 10, WithoutConditions: > 0 }, $"seed {seed}: {shown.Total}");
    }
}
