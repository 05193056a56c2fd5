using ControlPlane.Planning.Routing;

namespace ControlPlane.Core.Tests.Planning.Routing;

public sealed class BregmanRouterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Three_thousand_steps_come_to_the_optimum_and_to_its_prices(long seed)
    {
        var problem = RandomRouting.Problem(seed);
        var best = RoutingOptimum.Solve(problem)!;
        var routing = AveragedRouting.Solve(problem, 3_000, new RoutingSettings { LeastShare = 1e-6 });
        double[] shares = [.. routing.Shares];
        Assert.InRange(problem.CostUsd(shares) / best.CostUsd - 1, -0.005, 0.005);
        Assert.True(problem.WorstViolation(shares) < 0.002, $"{problem.WorstViolation(shares)} beyond a limit");
        Assert.InRange(DualUsd(problem, routing) / best.CostUsd - 1, -0.01, 1e-9);
        for (var s = 0; s < problem.Sites; s++)
        {
            if (problem.Load([.. best.Shares], s) < 0.95 * problem.Capacities[s])
                Assert.InRange(routing.CapacityUsd[s], 0, 5);
        }
    }

    // What the prices prove that all routes cost at least: weak duality.
    private static double DualUsd(RoutingProblem problem, AveragedRouting routing)
    {
        var usd = -routing.CarbonUsdPerT * problem.BudgetT;
        for (var s = 0; s < problem.Sites; s++)
            usd -= routing.CapacityUsd[s] * problem.Capacities[s];
        for (var k = 0; k < problem.Classes; k++)
            usd += problem.Demands[k] * Enumerable.Range(0, problem.Sites).Min(s => problem.Costs(k)[s] + routing.CapacityUsd[s] + routing.CarbonUsdPerT * problem.Emissions(k)[s]);
        return usd;
    }

    [Fact]
    public void Following_a_drifting_day_it_keeps_limits_far_better_than_a_plan_that_is_held_and_costs_little_more_than_the_optimum()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(3, 12)))
        {
            var router = new BregmanRouter(RandomRouting.Classes, RandomRouting.Sites);
            router.Begin([.. RoutingOptimum.Solve(RandomRouting.Problem(seed))!.Shares]);
            var (cost, bestCost, violation, heldViolation, held) = (0.0, 0.0, 0.0, 0.0, Array.Empty<double>());
            for (var tick = 0; tick < 96; tick++)
            {
                var problem = RandomRouting.Problem(seed, tick);
                var best = RoutingOptimum.Solve(problem)!;
                if (tick % 12 == 0)
                    held = [.. best.Shares];
                router.Tick(problem);
                cost += problem.CostUsd(router.Shares);
                bestCost += best.CostUsd;
                violation += Math.Max(0, problem.WorstViolation(router.Shares)) / 96;
                heldViolation += Math.Max(0, problem.WorstViolation(held)) / 96;
            }

            Assert.InRange(cost / bestCost - 1, -0.002, 0.05);
            Assert.True(violation < 0.006 && violation < 0.5 * heldViolation, $"seed {seed}: {violation} beyond limits, {heldViolation} with a held plan");
        }
    }

    [Fact]
    public void The_same_problems_give_the_same_shares_and_no_tick_allocates()
    {
        RoutingProblem[] problems = [.. Enumerable.Range(0, 20).Select(tick => RandomRouting.Problem(5, tick))];
        BregmanRouter Run()
        {
            var router = new BregmanRouter(RandomRouting.Classes, RandomRouting.Sites);
            router.Tick(problems[0]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var problem in problems)
                router.Tick(problem);
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
            return router;
        }

        Assert.Equal(Run().Shares.ToArray(), Run().Shares.ToArray());
    }

    [Fact]
    public void A_site_that_closes_loses_its_share_and_gets_it_back_when_it_opens()
    {
        RoutingProblem Problem(double secondUsd) => new([10], [8, 8], [50, secondUsd]);
        var router = new BregmanRouter(1, 2, new RoutingSettings { StepsPerTick = 50 });
        router.Tick(Problem(20));
        Assert.InRange(router.Shares[1], 0.75, 0.81);
        router.Tick(new RoutingProblem([7], [8, 8], [50, double.PositiveInfinity]));
        Assert.Equal([1.0, 0.0], router.Shares.ToArray());
        for (var tick = 0; tick < 20; tick++)
            router.Tick(Problem(20));
        Assert.InRange(router.Shares[1], 0.75, 0.81);
    }

    [Fact]
    public void What_is_out_of_range_is_refused_by_name()
    {
        Assert.Contains("has no site", Assert.Throws<ArgumentException>(() => new RoutingProblem([1], [1], [double.PositiveInfinity])).Message);
        Assert.Contains("Demands", Assert.Throws<ArgumentException>(() => new RoutingProblem([0], [1], [1])).Message);
        Assert.Contains("Relaxation", Assert.Throws<ArgumentOutOfRangeException>(() => new BregmanRouter(1, 1, new RoutingSettings { Relaxation = 2 })).Message);
        Assert.Throws<ArgumentException>(() => new BregmanRouter(2, 2).Tick(new RoutingProblem([1], [2], [1])));
    }
}
