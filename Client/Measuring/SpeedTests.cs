using ControlPlane.Client.Frontier;
using ControlPlane.Client.Inputs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Measuring;

/// <summary>The built-in speed tests. Each warms up first, so that compilation is not measured.</summary>
internal static class SpeedTests
{
    private const int HoldPending = 1000;
    private const int HoldOperations = 3_000_000;
    private const double WarmUpDays = 0.25;

    /// <summary>The hold model (Jones, 1986): take the earliest of 1 000 pending events, insert one an exponential time later.</summary>
    public static BenchResult Hold()
    {
        Hold(HoldOperations / 10);
        var (_, elapsedS, bytes) = Stopclock.Measure(() => Hold(HoldOperations));
        return new BenchResult($"event queue, {HoldPending} pending", elapsedS, HoldOperations, 0, bytes);
    }

    /// <summary>A scenario under one policy, on one thread.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static BenchResult Simulate(Scenario scenario, PolicySpec policy, CancellationToken cancellation)
    {
        Simulator.Run(scenario with { HorizonS = Math.Min(scenario.HorizonS, WarmUpDays * 86_400) }, policy, scenario.Seed, null, cancellation);
        var (run, elapsedS, bytes) = Stopclock.Measure(() => Simulator.Run(scenario, policy, scenario.Seed, null, cancellation));
        cancellation.ThrowIfCancellationRequested();
        return new BenchResult(policy.Label, elapsedS, run.LoopEvents, run.Jobs.Submitted, bytes);
    }

    /// <summary>The whole frontier of a scenario's fleet, from nothing.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static BenchResult Frontier(Scenario scenario, CancellationToken cancellation)
    {
        Solve();
        var (solves, elapsedS, bytes) = Stopclock.Measure(Solve);
        return new BenchResult("frontier", elapsedS, 0, 0, bytes, solves);

        int Solve()
        {
            var study = FrontierStudy.Pose(scenario, [], 1, cancellation);
            var budgets = BudgetList.Propose(study.Extremes.LeastServiceTimeS, study.Extremes.EnergyOptimalServiceTimeS);
            return study.Solve(budgets, cancellation).Points.Count;
        }
    }

    private static int Hold(int operations)
    {
        var queue = new EventQueue();
        var random = new RandomStream(1, "bench/hold");
        for (var i = 0; i < HoldPending; i++)
            queue.Push(random.NextExponential(1), LoopEventKind.Sample);
        for (var i = 0; i < operations; i++)
        {
            queue.TryPop(out var entry);
            queue.Push(entry.TimeS + random.NextExponential(1), LoopEventKind.Sample);
        }

        return queue.Count;
    }
}
