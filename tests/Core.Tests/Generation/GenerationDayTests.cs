using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Generation.Arrivals;
using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Core.Tests.Generation;

public sealed class GenerationDayTests
{
    [Fact]
    public void Jobs_energy_and_money_close_whatever_decides()
    {
        for (var seed = 1; seed <= TestScale.Pick(8, 200); seed++)
        {
            var scenario = seed % 2 == 0 ? GenerationPresets.Hard(TestDays.Signals(seed)) : GenerationPresets.Normal(TestDays.Signals(seed));
            if (seed % 3 == 0)
                scenario = scenario with { Providers = [.. scenario.Providers.Select(p => p with { MaxWaitS = 10 })] };
            scenario = scenario with { Dispatch = DispatchCatalog.Names[seed % DispatchCatalog.Names.Count], IsForecastPerfect = seed % 5 == 0 };
            CheckClosed(TestDays.Run(scenario, seed % 4 == 0 ? "greedy" : "random", seed));
        }
    }

    [Fact]
    public void Same_day_has_the_same_event_log_on_any_number_of_threads()
    {
        string[] policies = ["random", "least-loaded", "greedy"];
        var alone = policies.Select(p => TestDays.Run(GenerationPresets.Hard(TestDays.Signals(3)), p, 3).Hash).ToArray();
        var beside = new string[9];
        Parallel.For(0, 9, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => beside[i] = TestDays.Run(GenerationPresets.Hard(TestDays.Signals(3)), policies[i % 3], 3).Hash);
        Assert.Equal(alone.Concat(alone).Concat(alone), beside);
        Assert.Equal(3, alone.Distinct().Count());
    }

    [Fact]
    public void Cohorts_of_one_job_are_jobs()
    {
        // One class, so that both modes take decisions in the same order: a trace of single jobs against the same jobs drawn singly.
        var drawn = Small(ArrivalMode.PerJob);
        var sink = new Submissions();
        var one = TestDays.Run(drawn, "least-loaded", 5, new GenerationRunOptions { Sink = sink });
        var replayed = drawn with { Arrivals = drawn.Arrivals with { Mode = ArrivalMode.Cohort, Trace = [.. sink.Jobs.Select(j => new GenerationTraceJob(j.TimeS, j.Origin, 0, 0))] } };
        var other = TestDays.Run(replayed, "least-loaded", 5);
        Assert.True(one.Decisions > 1000);
        Assert.Equal(one.Hash, other.Hash);
    }

    [Fact]
    public void Job_by_job_and_cohorts_tell_the_same_story()
    {
        var cohorts = TestDays.Run(Small(ArrivalMode.Cohort), "local", 2);
        var singly = TestDays.Run(Small(ArrivalMode.PerJob), "local", 2);
        var queued = TestDays.Run(Fifo(Small(ArrivalMode.PerJob)), "local", 2);
        Assert.Equal(cohorts.Jobs.Offered, singly.Jobs.Offered);
        Assert.Equal(cohorts.UtilityUsd, singly.UtilityUsd, 9);
        // Single jobs bunch by chance, which a fluid does not.
        Assert.InRange(queued.ViolationShare, 0, 0.02);
        Assert.InRange(queued.UtilityUsd / cohorts.UtilityUsd, 0.95, 1.01);
        CheckClosed(queued);
    }

    [Fact]
    public void Host_that_sends_every_message_again_changes_nothing()
    {
        var scenario = GenerationPresets.Hard(TestDays.Signals(2)) with { SlotCount = 48 };
        scenario = scenario with { Signals = [.. scenario.Signals.Select(s => new ProviderSignals([.. s.Day.Take(48)], [.. s.DayBefore.Take(48)]))] };
        var once = TestDays.Run(scenario, "least-loaded", 2);
        var twice = TestDays.Run(scenario, "least-loaded", 2, new GenerationRunOptions { Host = new RepeatingHost() });
        Assert.Equal(once.Hash, twice.Hash);
        Assert.Equal(once.UtilityUsd, twice.UtilityUsd);
    }

    [Fact]
    public void Slot_pays_what_the_day_comes_to()
    {
        var scenario = GenerationPresets.Hard(TestDays.Signals(4));
        using var day = new GenerationDay(scenario, 4);
        var rule = new LeastLoadedGeneration(10);
        var (paidUsd, jobs, onTime, slots, decisions, toCome) = (0.0, 0.0, 0.0, 0, 0, 0);
        while (!day.IsOver)
        {
            Assert.Equal((decisions % 12, 12), (day.View.DecisionInSlot, day.View.DecisionsInSlot));
            toCome = day.View.DecisionInSlot == 0 ? day.View.JobsToCome : toCome - day.View.Cohort.Count;
            Assert.Equal(toCome, day.View.JobsToCome);
            Assert.True(day.View.DecisionInSlot < 11 || toCome == 0);
            var step = day.Apply(rule.Decide(day.View));
            decisions++;
            slots += step.SlotClosed ? 1 : 0;
            (paidUsd, jobs, onTime) = (paidUsd + step.UtilityUsd, jobs + step.Jobs, onTime + step.OnTime);
        }

        var result = day.Result("least-loaded");
        Assert.Equal((3456, 288), (decisions, slots));
        Assert.Equal(result.UtilityUsd, paidUsd, 9);
        Assert.Equal((result.Jobs.Offered, Math.Round(result.Jobs.OnTime, 3)), (jobs, Math.Round(onTime, 3)));
        Assert.Throws<InvalidOperationException>(() => day.Apply(default));
    }

    [Fact]
    public void Infeasible_decisions_are_replaced_and_counted()
    {
        using var day = new GenerationDay(TestDays.Bare(hard: true, 1), 1);
        // SD3.5 needs more than 5 s for 42 steps.
        day.Apply(new GenerationDecision(2, 42));
        day.Apply(new GenerationDecision(7, 10));
        day.Apply(new GenerationDecision(0, 11));
        day.Apply(new GenerationDecision(0, 10));
        Assert.Equal(3, day.Result("none").Replaced);
        Assert.Equal(4, day.Result("none").Decisions);
    }

    [Fact]
    public void Draining_provider_gets_nothing()
    {
        using var day = new GenerationDay(TestDays.Bare(hard: false, 1), 1);
        day.Drain(1, isDraining: true);
        var rule = new LocalGeneration(10);
        while (!day.IsOver)
            day.Apply(rule.Decide(day.View));
        var result = day.Result("local");
        Assert.Equal(0, result.Providers[1].Jobs.OnTime);
        Assert.True(result.Transfers[1, 0, 0] + result.Transfers[1, 2, 0] > 0);
        CheckClosed(result);
    }

    [Fact]
    public void Clocks_and_sun_earn_their_keep()
    {
        // Batteries and selling need not: at these prices the wear eats what the threshold rule gains.
        for (var seed = 1; seed <= 3; seed++)
        {
            var scenario = GenerationPresets.Normal(TestDays.Signals(seed));
            var fullUsd = Usd(scenario, seed);
            Assert.True(Usd(scenario with { Options = GenerationOptions.Full with { HasClocks = false } }, seed) < fullUsd);
            Assert.True(Usd(scenario with { Options = GenerationOptions.Full with { HasRenewables = false } }, seed) < fullUsd);
        }
    }

    private static double Usd(GenerationScenario scenario, int seed) => TestDays.Run(scenario, "least-loaded", seed).UtilityUsd;

    private static void CheckClosed(GenerationResult result)
    {
        Assert.True(result.Jobs.Residual < 1e-9, $"{result.Jobs}");
        Assert.Equal(0, result.Jobs.Open);
        Assert.Equal(result.Jobs.Offered - result.Jobs.Declined, result.Transfers.Total);
        Assert.Equal(result.Transfers.Total, result.StepChoices.Total);
        Assert.True(result.Energy.Residual < 1e-9);
        Assert.Equal(0, result.Energy.UnservedKwh);
        Assert.Equal(result.Energy.CostUsd, result.Money.EnergyUsd, 9);
        Assert.Equal(result.Providers.Sum(p => p.Money.UtilityUsd), result.UtilityUsd, 9);
        var soc = result.Providers.Zip(result.Scenario.Providers).SelectMany(p => p.First.Series.Points.Select(s => (s.Soc, Has: result.Scenario.Options.HasBattery && p.Second.Energy.Battery is not null)));
        Assert.All(soc, s => Assert.True(s.Has ? s.Soc is >= 0.1 - 1e-9 and <= 0.9 + 1e-9 : double.IsNaN(s.Soc)));
    }

    private static GenerationScenario Small(ArrivalMode mode)
    {
        var normal = GenerationPresets.Normal(TestDays.Signals(1));
        return normal with
        {
            Deadlines = [new("30 s", 30)],
            Categories = [new PromptCategory("any", 1)],
            Arrivals = normal.Arrivals with { JobsPerSlot = 600, Mode = mode },
            Providers = [.. normal.Providers.Select(p => p with { Gpus = Math.Ceiling(p.Gpus / 4) })],
        };
    }

    private static GenerationScenario Fifo(GenerationScenario scenario) =>
        scenario with { Providers = [.. scenario.Providers.Select(p => p with { Queue = QueueKind.Fifo })] };

    private sealed class Submissions : IGenerationEventSink
    {
        public List<GenerationEvent> Jobs { get; } = [];

        public void Record(in GenerationEvent entry)
        {
            if (entry.Kind == GenerationEventKind.Submitted)
                Jobs.Add(entry);
        }
    }
}
