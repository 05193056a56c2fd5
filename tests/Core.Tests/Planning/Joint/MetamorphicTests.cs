using ControlPlane.Planning.Joint;

namespace ControlPlane.Core.Tests.Planning.Joint;

/// <summary>How the optimum must change when the instance does.</summary>
public sealed class MetamorphicTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, TestScale.Pick(2, 10))];

    [Fact]
    public async Task More_of_anything_never_earns_less()
    {
        foreach (var seed in Seeds)
        {
            var instance = SmallPlans.Small(seed, isTight: true, valueFactor: 0.2) with { Carbon = new CarbonTerms { UsdPerT = 30, BudgetT = 1.5 } };
            var before = await SmallPlans.BenefitAsync(instance);
            foreach (var (what, more) in More(instance))
                Assert.True(await SmallPlans.BenefitAsync(more) >= before - 1e-6 * Math.Abs(before), $"seed {seed}: {what} earns less");
        }
    }

    [Fact]
    public async Task Prices_and_values_times_two_earn_twice_as_much()
    {
        foreach (var seed in Seeds)
        {
            var instance = SmallPlans.Small(seed, valueFactor: 0.3);
            var before = await SmallPlans.BenefitAsync(instance);
            Assert.Equal(2 * before, await SmallPlans.BenefitAsync(Twice(instance)), 1e-6 * Math.Abs(before));
        }
    }

    [Fact]
    public async Task The_order_of_sites_does_not_matter()
    {
        foreach (var seed in Seeds)
        {
            var instance = SmallPlans.Small(seed, sites: 3, hours: 6);
            var turned = instance with
            {
                Sites = [.. instance.Sites.Reverse()],
                Jobs = [.. instance.Jobs.Select(job => job with { Sites = [.. job.Sites.Select(s => 2 - s)] })],
                Classes = [.. instance.Classes.Select(k => k with { Origin = 2 - k.Origin, LatencyMs = [.. k.LatencyMs.Reverse()] })],
            };
            var before = await SmallPlans.BenefitAsync(instance);
            Assert.Equal(before, await SmallPlans.BenefitAsync(turned), 1e-6 * Math.Abs(before));
        }
    }

    [Fact]
    public async Task A_budget_of_nothing_is_broken_by_exactly_what_is_emitted()
    {
        var instance = SmallPlans.Small(4) with { Carbon = new CarbonTerms { BudgetT = 0, SlackUsdPerT = 50 } };
        var account = (await SmallPlans.Planner().PlanAsync(instance)).Account!;
        Assert.True(account.EmissionsT > 0);
        Assert.Equal(account.EmissionsT, account.OverBudgetT);
        // A price on every tonne is the same thing.
        var priced = instance with { Carbon = new CarbonTerms { UsdPerT = 50 } };
        Assert.Equal(account.Money.BenefitUsd, await SmallPlans.BenefitAsync(priced), 1e-6 * Math.Abs(account.Money.BenefitUsd));
    }

    [Fact]
    public async Task A_price_is_what_a_little_more_is_worth()
    {
        var instance = SmallPlans.Small(5, isTight: true);
        var result = await SmallPlans.Planner().PlanAsync(instance);
        const double Extra = 1e-4;
        foreach (var slot in (int[])[0, 3, 7])
        {
            // A little more load in one slot, the work and the units being as they are.
            var more = instance with { Sites = [instance.Sites[0] with { RenewableMw = [.. instance.Sites[0].RenewableMw.Select((mw, t) => t == slot ? mw + Extra : mw)] }, .. instance.Sites.Skip(1)] };
            var gained = (await SmallPlans.BenefitAsync(more) - result.Account!.Money.BenefitUsd) / Extra;
            Assert.Equal(Math.Max(0, result.Prices!.EnergyUsdPerMwh[0][slot]), gained, 0.02 * 100);
        }
    }

    private static IEnumerable<(string What, JointInstance More)> More(JointInstance instance)
    {
        yield return ("a larger budget", instance with { Carbon = instance.Carbon with { BudgetT = 2 } });
        yield return ("a larger battery", instance with { Sites = [.. instance.Sites.Select(site => site with { Storage = site.Storage! with { MaxMwh = 2 * site.Storage.MaxMwh, PowerMw = 2 * site.Storage.PowerMw } })] });
        yield return ("more GPUs", instance with { Sites = [.. instance.Sites.Select(site => site with { Gpus = [.. site.Gpus.Select(g => g + 100)] })] });
        yield return ("a route", instance with { Classes = [.. instance.Classes.Select(k => k with { LatencyLimitMs = 1000 })] });
        yield return ("a later deadline", instance with { Jobs = [.. instance.Jobs.Select(job => job with { DeadlineSlot = instance.Slots })] });
        yield return ("a site", instance with
        {
            Sites = [.. instance.Sites, SmallPlans.Small(99).Sites[0] with { Name = "another", IdleMw = 0 }],
            Jobs = [.. instance.Jobs.Select(job => job with { Sites = [.. job.Sites, instance.Sites.Count] })],
            Classes = [.. instance.Classes.Select(k => k with { LatencyMs = [.. k.LatencyMs, 10] })],
        });
    }

    private static JointInstance Twice(JointInstance instance) => instance with
    {
        ShortfallUsdPerGpuH = 2 * instance.ShortfallUsdPerGpuH,
        Carbon = instance.Carbon with { UsdPerT = 2 * instance.Carbon.UsdPerT, SlackUsdPerT = 2 * instance.Carbon.SlackUsdPerT },
        Jobs = [.. instance.Jobs.Select(job => job with { ValueUsd = 2 * job.ValueUsd })],
        Classes = [.. instance.Classes.Select(k => k with { RevenueUsdPerGpuH = 2 * k.RevenueUsdPerGpuH, UnservedUsdPerGpuH = 2 * k.UnservedUsdPerGpuH })],
        Sites = [.. instance.Sites.Select(site => site with
        {
            ImportUsdPerMwh = [.. site.ImportUsdPerMwh.Select(usd => 2 * usd)],
            ExportUsdPerMwh = [.. site.ExportUsdPerMwh.Select(usd => 2 * usd)],
            Storage = site.Storage! with { WearUsdPerMwh = 2 * site.Storage.WearUsdPerMwh },
            Units = [.. site.Units.Select(unit => unit with { UsdPerMwh = 2 * unit.UsdPerMwh, NoLoadUsdPerH = 2 * unit.NoLoadUsdPerH, StartUsd = 2 * unit.StartUsd })],
        })],
    };
}
