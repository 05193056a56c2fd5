using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>R9: whole days under policies that do wrong, with lost sites, drains, full queues and forbidden sites, every event recounted.</summary>
public sealed class AdversarialDayTests
{
    private const double DayS = 86_400;

    private static readonly PolicySpec AnyName = new("rogue");

    public static TheoryData<Mischief> Mischiefs => [.. Enum.GetValues<Mischief>()];

    [Theory]
    [MemberData(nameof(Mischiefs))]
    public void Nothing_infeasible_takes_effect_and_no_job_is_lost(Mischief kind)
    {
        var seeds = TestScale.Pick(3, 30);
        for (var seed = 0; seed < seeds; seed++)
        {
            var (result, rogue, guard) = Run(kind, seed);
            Assert.Equal(0, guard.Broken);
            Assert.True(result.Jobs.Closes);
            Assert.True(rogue.Wrongs > 100, $"the policy was wrong only {rogue.Wrongs} times");
            Assert.Equal(0, result.Shield.LastResorts);
            // The fall-back keeps the fleet at work.
            Assert.True(result.Jobs.Completed > 0.9 * result.Jobs.Submitted, $"{result.Jobs}");
        }
    }

    [Theory]
    [MemberData(nameof(Mischiefs))]
    public void The_shield_counts_what_was_wrong(Mischief kind)
    {
        var (result, rogue, _) = Run(kind, 1);
        var counts = result.Shield;
        // Some of what was wrong in a placement is right in an allocation: no such site there.
        Assert.InRange(counts.Replaced - counts.ReplacedFor(ShieldReason.Benched), 1, rogue.Wrongs);
        foreach (var reason in Expected(kind))
            Assert.True(counts.ReplacedFor(reason) > 0, $"never {reason}");
        if (kind != Mischief.Everything)
            Assert.Equal(counts.Replaced, Expected(kind).Sum(counts.ReplacedFor));
        Assert.Equal(kind is Mischief.ThrowsAtTimes or Mischief.ThrowsAlways or Mischief.Everything, counts.Caught > 0);
    }

    [Fact]
    public void A_day_with_a_rogue_can_be_repeated()
    {
        var (one, _, _) = Run(Mischief.Everything, 7);
        var (other, _, _) = Run(Mischief.Everything, 7);
        Assert.Equal(one.EventLogHash, other.EventLogHash);
        Assert.Equal(one.Shield.Replaced, other.Shield.Replaced);
    }

    [Fact]
    public void A_policy_that_always_throws_gives_the_run_of_the_fallback()
    {
        var (rogue, _, _) = Run(Mischief.ThrowsAlways, 3);
        var fallback = Simulator.Run(Day(), ShieldedPolicy.DefaultFallback, 3);
        Assert.Equal(fallback.EventLogHash, rogue.EventLogHash);
        Assert.Equal(0, fallback.Shield.Total);
    }

    [Fact]
    public void Placements_on_old_reports_are_replaced_where_that_is_not_allowed()
    {
        var scenario = Day() with { StatusEveryS = 600 };
        var strict = new DirectHost(limits: new ShieldOptions { MostReportAgeS = 300 });
        var result = Simulator.Run(scenario, new PolicySpec("dp"), 1, new RunOptions { Host = strict, Audit = true });
        Assert.InRange(result.Shield.ReplacedFor(ShieldReason.Stale), 100, result.Shield.Replaced);
        Assert.True(result.Jobs.Closes);
        Assert.Equal(0, Simulator.Run(scenario, new PolicySpec("dp"), 1).Shield.Total);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(300.0)]
    public void Policies_of_the_catalogue_never_need_the_shield(double statusEveryS)
    {
        foreach (var policy in PolicyCatalog.WithoutRates)
        {
            var result = Simulator.Run(Day() with { StatusEveryS = statusEveryS }, PolicyModels.Load(new PolicySpec(policy.Name)), 5);
            Assert.Equal((policy.Name, 0), (policy.Name, result.Shield.Total));
        }
    }

    private static (RunResult Result, RoguePolicy Rogue, LimitsGuard Guard) Run(Mischief kind, long seed)
    {
        var scenario = Day();
        RoguePolicy? rogue = null;
        var clock = new ManualClock();
        var host = new DirectHost(
            (_, context) => rogue = new RoguePolicy(kind, context.View, seed, clock),
            new ShieldOptions { Clock = clock, BudgetS = 1, BenchS = 5 });
        var guard = new LimitsGuard(scenario.Fleet);
        var result = Simulator.Run(scenario, AnyName, seed, new RunOptions { Host = host, Audit = true, Sink = guard });
        Assert.True(guard is { Sent: > 1000, Started: > 1000 });
        return (result, rogue!, guard);
    }

    private static ShieldReason[] Expected(Mischief kind) => kind switch
    {
        Mischief.NoSuchSite or Mischief.MaskedSite => [ShieldReason.InfeasibleSite],
        Mischief.NegativeGpus or Mischief.TooManyGpus or Mischief.BusyGpus or Mischief.NoSuchClock =>
            // The site was drawn blindly: it may be masked as well.
            [ShieldReason.InfeasibleAllocation, ShieldReason.InfeasibleSite],
        Mischief.Extremes => [ShieldReason.InfeasibleAllocation, ShieldReason.InfeasibleSite],
        Mischief.NotANumber => [ShieldReason.NotANumber, ShieldReason.InfeasibleSite],
        Mischief.ThrowsAtTimes or Mischief.ThrowsAlways => [ShieldReason.Threw],
        Mischief.Slow => [ShieldReason.Late, ShieldReason.Benched],
        _ => [ShieldReason.InfeasibleSite, ShieldReason.InfeasibleAllocation, ShieldReason.NotANumber, ShieldReason.Threw, ShieldReason.Late],
    };

    // Large site lost for an hour, the slow one drained for two, the small one full most of the time and forbidden to one ingress.
    private static Scenario Day()
    {
        var scenario = TestFleets.Small(DayS, ratePerS: 0.01);
        return scenario with
        {
            Workloads = [scenario.Workloads[0] with { Constraint = new SiteSet(3, [0, 2]) }, scenario.Workloads[1]],
            Events =
            [
                new ScenarioEvent(20_000, ScenarioEventKind.LoseSite, 0), new ScenarioEvent(23_600, ScenarioEventKind.RecoverSite, 0),
                new ScenarioEvent(40_000, ScenarioEventKind.DrainSite, 2), new ScenarioEvent(47_200, ScenarioEventKind.ResumeSite, 2),
            ],
        };
    }
}
