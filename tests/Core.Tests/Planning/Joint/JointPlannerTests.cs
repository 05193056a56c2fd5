using ControlPlane.Fleet.Randomness;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Core.Tests.Planning.Joint;

public sealed class JointPlannerTests
{
    [Fact]
    public async Task One_job_goes_to_the_cheapest_hours_that_its_window_allows()
    {
        var job = new TrainingJob { Name = "job", Gpus = 100, LengthSlots = 2, ReleaseSlot = 1, DeadlineSlot = 5, ValueUsd = 1000, Sites = [0] };
        var instance = new JointInstance { Name = "one", SlotHours = 1, Slots = 6, Sites = [SmallPlans.Plain("a", 100, 1, 90, 50, 60, 70, 1)], Jobs = [job] };
        var result = await SmallPlans.Planner().PlanAsync(instance);
        Assert.Equal(new JobStart(0, 2), result.Plan!.Starts[0]);
        // 0.1 MW of work and 0.01 MW idle, times a PUE of 1.2: the job in slots 2 and 3, the idle power in all six.
        Assert.Equal(1000 - 1.2 * (0.1 * (50 + 60) + 0.01 * (1 + 90 + 50 + 60 + 70 + 1)), result.Account!.Money.BenefitUsd, 9);
        Assert.Equal(1.2 * (0.1 * 2 + 0.01 * 6) * 0.4, result.Account.EmissionsT, 9);
        Assert.True(result.GapUsd < 1e-5);
    }

    [Fact]
    public async Task A_job_that_costs_more_than_it_earns_does_not_run()
    {
        var job = new TrainingJob { Name = "job", Gpus = 100, LengthSlots = 2, ReleaseSlot = 0, DeadlineSlot = 2, ValueUsd = 10, Sites = [0] };
        var instance = new JointInstance { Name = "one", SlotHours = 1, Slots = 2, Sites = [SmallPlans.Plain("a", 100, 50, 60)], Jobs = [job] };
        Assert.Null((await SmallPlans.Planner().PlanAsync(instance)).Plan!.Starts[0]);
        Assert.NotNull((await SmallPlans.Planner().PlanAsync(instance with { Jobs = [job with { IsMandatory = true }] })).Plan!.Starts[0]);
    }

    [Fact]
    public async Task It_finds_what_trying_every_combination_of_starts_finds()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(60, 500)))
        {
            var instance = Tiny(seed);
            Assert.Equal(Exhaustive(instance), await SmallPlans.BenefitAsync(instance), 1e-6 * 1000);
        }
    }

    [Fact]
    public async Task No_plan_that_leaves_something_out_earns_more()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(2, 8)))
        {
            var instance = SmallPlans.Small(seed, valueFactor: 0.15, isTight: seed % 2 == 0);
            var joint = await SmallPlans.BenefitAsync(instance);
            foreach (var variant in Enum.GetValues<PlanVariant>())
            {
                var result = await SmallPlans.Planner().PlanAsync(instance, variant);
                Assert.Equal(variant, result.Variant);
                Assert.Empty(result.Account!.Violations);
                Assert.True(result.Account.Money.BenefitUsd <= joint + 1e-6 * Math.Abs(joint), $"{variant} earns {result.Account.Money.BenefitUsd}, joint {joint}");
            }
        }
    }

    [Fact]
    public async Task Without_a_solver_there_is_a_plan_that_can_be_carried_out_and_a_bound()
    {
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var instance = SmallPlans.Small(seed, isTight: seed > 3);
            var greedy = await new JointPlanner(null).PlanAsync(instance);
            Assert.Empty(greedy.Account!.Violations);
            Assert.Contains("No solver", greedy.Message);
            Assert.True(greedy.BoundUsd >= await SmallPlans.BenefitAsync(instance) - 1e-6 && double.IsFinite(greedy.BoundUsd));
            Assert.True(greedy.Account.Money.BenefitUsd >= PlanReplay.Run(instance, Unplanned.Plan(instance)).Money.BenefitUsd);
        }
    }

    [Fact]
    public async Task Work_that_is_given_stays_as_it_is()
    {
        var instance = SmallPlans.Small(4, sites: 3, isTight: true);
        var (given, planned) = (Unplanned.Plan(instance), (await SmallPlans.Planner().PlanAsync(instance, PlanVariant.EnergyOnly)).Plan!);
        Assert.Equal(given.Starts, planned.Starts);
        for (var k = 0; k < instance.Classes.Count; k++)
        {
            for (var s = 0; s < instance.Sites.Count; s++)
            {
                for (var t = 0; t < instance.Slots; t++)
                    Assert.Equal(given.Routes[k][s, t], planned.Routes[k][s, t], 1e-6);
            }
        }
    }

    [Fact]
    public async Task Every_variant_has_a_plan_without_a_solver()
    {
        foreach (var variant in Enum.GetValues<PlanVariant>())
        {
            var result = await new JointPlanner(null).PlanAsync(SmallPlans.Small(2), variant);
            Assert.NotNull(result.Plan);
            Assert.Empty(result.Account!.Violations);
        }
    }

    [Fact]
    public async Task What_cannot_be_planned_is_said_in_plain_words()
    {
        TrainingJob Job(string name) => new() { Name = name, Gpus = 80, LengthSlots = 2, ReleaseSlot = 0, DeadlineSlot = 3, ValueUsd = 1, Sites = [0], IsMandatory = true };
        var instance = new JointInstance { Name = "full", SlotHours = 1, Slots = 3, Sites = [SmallPlans.Plain("a", 100, 50, 60, 70)], Jobs = [Job("first"), Job("second")] };
        var result = await SmallPlans.Planner().PlanAsync(instance);
        Assert.Null(result.Plan);
        Assert.Contains(result.Conflicts, words => words.StartsWith("first must run: 80 GPUs for 2 slots", StringComparison.Ordinal));
        Assert.Contains("GPUs of a in slot 1", result.Conflicts);
        var halves = instance with { Sites = [SmallPlans.Plain("a", 100, 50, 60, 70, 80)], Slots = 4, Jobs = [Job("first") with { DeadlineSlot = 3, Gpus = 60 }, Job("second") with { ReleaseSlot = 1, DeadlineSlot = 4, Gpus = 60 }, Job("third") with { Gpus = 35, LengthSlots = 3, DeadlineSlot = 4 }] };
        Assert.NotNull((await SmallPlans.Planner().PlanAsync(halves)).Plan);
    }

    [Fact]
    public async Task Rules_that_only_whole_jobs_break_are_named_and_no_others()
    {
        // Two sites of 100 GPUs have room for 60 GPUs three times over, but only for one job each in slot 1, in which all must run; the small one fits beside them.
        TrainingJob Job(string name, double gpus, int length) =>
            new() { Name = name, Gpus = gpus, LengthSlots = length, ReleaseSlot = 0, DeadlineSlot = 3, ValueUsd = 1, Sites = [0, 1], IsMandatory = true };
        var instance = new JointInstance
        {
            Name = "whole",
            SlotHours = 1,
            Slots = 3,
            Sites = [SmallPlans.Plain("a", 100, 50, 60, 70), SmallPlans.Plain("b", 100, 50, 60, 70)],
            Jobs = [Job("first", 60, 2), Job("second", 60, 2), Job("third", 60, 2), Job("small", 10, 1)],
        };
        var result = await SmallPlans.Planner().PlanAsync(instance);
        Assert.Null(result.Plan);
        Assert.Equal(["first", "second", "third"], result.Conflicts.Where(words => words.Contains("must run", StringComparison.Ordinal)).Select(words => words.Split(' ')[0]));
        Assert.Contains(result.Conflicts, words => words.StartsWith("GPUs of a in slot", StringComparison.Ordinal));
        Assert.Contains(result.Conflicts, words => words.StartsWith("GPUs of b in slot", StringComparison.Ordinal));
        Assert.Contains("only that jobs are whole", result.Conflicts[^1], StringComparison.Ordinal);
        Assert.Equal(6, result.Conflicts.Count);
    }

    [Fact]
    public async Task Quarters_of_an_hour_are_planned_by_the_hour_first_and_polished()
    {
        var instance = SmallPlans.Small(3, hours: 6, slotsPerHour: 4, jobs: 3, classes: 1);
        var whole = await SmallPlans.Planner(SmallPlans.Exact with { Method = JointMethod.Whole, RelativeGap = 1e-4, TimeLimit = TimeSpan.FromSeconds(30) }).PlanAsync(instance);
        var byHours = await SmallPlans.Planner(SmallPlans.Exact with { Method = JointMethod.HoursFirst, RelativeGap = 1e-4, TimeLimit = TimeSpan.FromSeconds(30) }).PlanAsync(instance);
        Assert.Contains(byHours.Stages, stage => stage.Name == "plan by the hour");
        Assert.Contains(byHours.Stages, stage => stage.Name == "polish 1");
        Assert.Empty(byHours.Account!.Violations);
        Assert.InRange(byHours.Account.Money.BenefitUsd / whole.Account!.Money.BenefitUsd, 0.98, 1.0001);
        Assert.True(byHours.BoundUsd >= whole.Account.Money.BenefitUsd * 0.9999);
    }

    [Fact]
    public async Task Where_selling_pays_more_than_buying_the_ways_of_the_grid_are_made_to_exclude_one_another()
    {
        var generous = SmallPlans.Plain("a", 100, 50, 60, 70) with { ExportUsdPerMwh = [80, 40, 90], ExportMw = 2, RenewableMw = [1, 1, 1] };
        var instance = new JointInstance { Name = "feed-in", SlotHours = 1, Slots = 3, Sites = [generous] };
        var result = await SmallPlans.Planner().PlanAsync(instance);
        Assert.Contains(result.Stages, stage => stage.Name.Contains("excluded", StringComparison.Ordinal));
        Assert.Empty(result.Account!.Violations);
        // All of the sun beyond the idle power is sold, and nothing is bought to be sold.
        Assert.Equal((1 - 0.012) * (80 + 40 + 90), result.Account.Money.BenefitUsd, 6);
    }

    // Two sites, four slots, three jobs, no battery: energy is what is bought, so that each combination is worth a sum.
    private static JointInstance Tiny(int seed)
    {
        var random = new RandomStream(seed, "tiny");
        double[] Prices() => [.. Enumerable.Range(0, 4).Select(_ => 20 + 200 * random.NextUniform())];
        return new JointInstance
        {
            Name = $"tiny-{seed}",
            SlotHours = 1,
            Slots = 4,
            Sites = [SmallPlans.Plain("a", 100, Prices()), SmallPlans.Plain("b", 60, Prices())],
            Carbon = new CarbonTerms { UsdPerT = 100 * random.NextUniform(), BudgetT = random.NextUniform() < 0.5 ? 0.1 + 0.2 * random.NextUniform() : null, SlackUsdPerT = 300 },
            Jobs = [.. Enumerable.Range(0, 3).Select(j =>
            {
                var length = 1 + random.NextBelow(3);
                var release = random.NextBelow(4 - length + 1);
                return new TrainingJob
                {
                    Name = $"job-{j}",
                    Gpus = 20 + random.NextBelow(60),
                    LengthSlots = length,
                    ReleaseSlot = release,
                    DeadlineSlot = release + length + random.NextBelow(4 - release - length + 1),
                    ValueUsd = 30 * random.NextUniform(),
                    Sites = random.NextUniform() < 0.6 ? [0, 1] : [random.NextBelow(2)],
                };
            })],
        };
    }

    private static double Exhaustive(JointInstance instance)
    {
        var best = double.NegativeInfinity;
        JobStart?[][] choices = [.. instance.Jobs.Select(job => job.Starts.Select(start => (JobStart?)start).Append(null).ToArray())];
        foreach (var a in choices[0])
        {
            foreach (var b in choices[1])
            {
                foreach (var c in choices[2])
                    best = Math.Max(best, Worth(instance, [a, b, c]));
            }
        }

        return best;
    }

    private static double Worth(JointInstance instance, JobStart?[] starts)
    {
        var (worth, emissions) = (0.0, 0.0);
        for (var s = 0; s < 2; s++)
        {
            for (var t = 0; t < 4; t++)
            {
                var gpus = starts.Select((start, j) => start is { } x && x.Site == s && x.Slot <= t && t < x.Slot + instance.Jobs[j].LengthSlots ? instance.Jobs[j].Gpus : 0).Sum();
                if (gpus > instance.Sites[s].Gpus[t])
                    return double.NegativeInfinity;
                var mwh = 1.2 * (0.01 + 0.001 * gpus);
                (worth, emissions) = (worth - mwh * instance.Sites[s].ImportUsdPerMwh[t], emissions + 0.4 * mwh);
            }
        }

        worth += starts.Select((start, j) => start is null ? 0 : instance.Jobs[j].ValueUsd).Sum();
        return worth - instance.Carbon.UsdPerT * emissions - instance.Carbon.SlackUsdPerT * Math.Max(0, emissions - (instance.Carbon.BudgetT ?? double.PositiveInfinity));
    }
}
