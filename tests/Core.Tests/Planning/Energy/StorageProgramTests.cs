using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Planning.Energy;
using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Energy;

public sealed class StorageProgramTests
{
    private static readonly GridLimits Wide = new(1000, 1000);

    [Fact]
    public void Two_slots_by_hand()
    {
        // Buys 40/0.8 = 50 kWh at 2 cents, gives 40·0.9 = 36 kWh for 10 cents each; 40 kWh go in and 40 come out at 1 cent.
        var battery = new BatterySpec(100, 50, 50) { ChargeEfficiency = 0.8, DischargeEfficiency = 0.9, WearUsdPerKwh = 0.01 };
        StorageSlot[] slots = [new(10, new Tariff(0.02, 0.01, 0), 1), new(60, new Tariff(0.1, 0.05, 0), 1)];
        var plan = new StorageProgram(battery, Wide, levels: 81).Solve(slots, 50, 50);
        Assert.Equal(60 * 0.02 + 24 * 0.1 + 80 * 0.01, plan.CostUsd, 9);
        Assert.Equal([50.0, -36.0], plan.BatteryKw.Select(p => Math.Round(p, 9)));
        Assert.Equal([90.0, 50.0], plan.StoredKwh.Select(e => Math.Round(e, 9)));
    }

    [Fact]
    public void What_the_plan_costs_is_what_it_costs_when_it_is_done()
    {
        var random = new RandomStream(3, "plan");
        for (var instance = 0; instance < 50; instance++)
        {
            var (battery, grid, slots) = Instance(random, 0.01);
            var plan = new StorageProgram(battery, grid, 41).Solve(slots, battery.MinKwh, battery.MinKwh);
            var (present, doneUsd) = (new Battery(battery, battery.MinSoc), 0.0);
            var site = new SiteEnergy(grid, present, fixedLossShare: 0);
            for (var i = 0; i < slots.Length; i++)
            {
                var demand = new SiteDemand(Math.Max(0, slots[i].NetKw), 0, Math.Max(0, -slots[i].NetKw));
                doneUsd += site.Settle(new SiteSetPoint(plan.BatteryKw[i]), demand, slots[i].Tariff, slots[i].Hours).CostUsd;
                Assert.Equal(plan.StoredKwh[i], present.StoredKwh, 1e-6);
            }

            Assert.Equal(plan.CostUsd, doneUsd, 1e-6);
        }
    }

    [Fact]
    public void It_comes_to_the_optimum_of_the_linear_programme_as_its_grid_gets_finer()
    {
        var random = new RandomStream(4, "linear");
        for (var instance = 0; instance < 20; instance++)
        {
            var (battery, grid, slots) = Instance(random, selfDischargePerH: 0);
            var best = Linear(battery, grid, slots);
            double Gap(int levels) => new StorageProgram(battery, grid, levels).Solve(slots, battery.MinKwh, battery.MinKwh).CostUsd - best;
            var (coarse, fine) = (Gap(21), Gap(641));
            Assert.True(fine >= -1e-7, $"instance {instance}: {fine} below the optimum");
            Assert.True(fine <= coarse + 1e-9 && fine < 5e-3 * Math.Max(1, Math.Abs(best)), $"instance {instance}: {coarse} and {fine} above {best}");
        }
    }

    [Fact]
    public void An_end_that_cannot_be_reached_is_approached()
    {
        var battery = new BatterySpec(100, 10, 10);
        var plan = new StorageProgram(battery, Wide, 81).Solve([new(0, new Tariff(0.1, 0.1, 0), 1), new(0, new Tariff(0.1, 0.1, 0), 1)], 10, 90);
        Assert.Equal(10 + 2 * 9.5, plan.StoredKwh[^1], 1.0);
    }

    private static (BatterySpec Battery, GridLimits Grid, StorageSlot[] Slots) Instance(RandomStream random, double selfDischargePerH)
    {
        var battery = new BatterySpec(100, 20 + 60 * random.NextUniform(), 20 + 60 * random.NextUniform()) { WearUsdPerKwh = 0.01 * random.NextUniform(), SelfDischargePerH = selfDischargePerH };
        StorageSlot[] slots = [.. Enumerable.Range(0, 12).Select(_ =>
        {
            var usd = 0.02 + 0.1 * random.NextUniform();
            return new StorageSlot(200 * random.NextUniform() - 60, new Tariff(usd, 0.8 * usd, 0), 0.5);
        })];
        return (battery, new GridLimits(200, 100), slots);
    }

    // With prices above zero and selling below buying, an optimum neither buys and sells nor charges and discharges at once: no integers are needed.
    private static double Linear(BatterySpec battery, GridLimits grid, StorageSlot[] slots)
    {
        var program = new LinearProgram();
        var balance = slots.Select(s => program.AddRow(s.NetKw, s.NetKw)).ToArray();
        var store = slots.Select((_, i) => i == 0 ? program.AddRow(battery.MinKwh, battery.MinKwh) : program.AddRow(0, 0)).ToArray();
        for (var i = 0; i < slots.Length; i++)
        {
            var (hours, tariff) = (slots[i].Hours, slots[i].Tariff);
            var wearUsd = battery.WearUsdPerKwh * hours;
            program.AddColumn(tariff.BuyUsdPerKwh * hours, 0, grid.ImportKw, [(balance[i], 1)]);
            program.AddColumn(-tariff.SellUsdPerKwh * hours, 0, grid.ExportKw, [(balance[i], -1)]);
            program.AddColumn(0, 0, Math.Max(0, -slots[i].NetKw), [(balance[i], -1)]);
            program.AddColumn(wearUsd * battery.ChargeEfficiency, 0, battery.MaxChargeKw, [(balance[i], -1), (store[i], -hours * battery.ChargeEfficiency)]);
            program.AddColumn(wearUsd / battery.DischargeEfficiency, 0, battery.MaxDischargeKw, [(balance[i], 1), (store[i], hours / battery.DischargeEfficiency)]);
            program.AddColumn(0, battery.MinKwh, battery.MaxKwh, i + 1 < slots.Length ? [(store[i], 1), (store[i + 1], -1)] : [(store[i], 1)]);
        }

        var solution = new SimplexSolver().Solve(program);
        Assert.Equal(LinearStatus.Optimal, solution.Status);
        return solution.Objective;
    }
}
