using System.Diagnostics;
using ControlPlane.Core.Tests.Planning.MixedInteger;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers;
using ControlPlane.Solvers.Children;

namespace ControlPlane.Core.Tests.Solvers;

/// <summary>What is found on this machine, as libraries in a child process and as programs of their own.</summary>
public sealed class RealSolverTests
{
    private static readonly MixedIntegerOptions Exact = new() { RelativeGap = 0, TimeLimit = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task Every_solver_there_is_agrees_with_the_built_in_one()
    {
        var builtIn = new BranchAndBound(TimeProvider.System);
        var count = TestScale.Pick(12, 300);
        foreach (var name in MachineSolvers.There)
        {
            var solver = await new SolverCatalog().GetAsync(name);
            for (var seed = 0; seed < count; seed++)
            {
                var program = seed % 6 == 5 ? RandomMixedPrograms.Packing(seed, items: 14, knapsacks: 3) : RandomMixedPrograms.Tiny(seed);
                var expected = builtIn.Solve(program, Exact);
                var solution = await solver.SolveAsync(program, Exact);
                Assert.True(expected.Status == solution.Status, $"{name}, seed {seed}: {solution.Status} instead of {expected.Status}; {solution.Message}");
                Assert.Equal(solver.Name, solution.Solver);
                if (!expected.HasIncumbent) continue;
                Assert.True(Math.Abs(expected.Objective - solution.Objective) <= 1e-6 * (1 + Math.Abs(expected.Objective)), $"{name}, seed {seed}: {solution.Objective} instead of {expected.Objective}");
                Assert.InRange(solution.Gap, 0, 1e-4);
            }
        }
    }

    [CbcFact]
    public Task With_CBC_a_time_limit_ends_in_a_point_with_a_bound_or_in_none() => TimeLimit("cbc");

    [HighsFact]
    public Task With_HiGHS_a_time_limit_ends_in_a_point_with_a_bound_or_in_none() => TimeLimit("highs");

    [CbcFact]
    public Task CBC_knows_the_infeasible_from_the_unbounded() => InfeasibleAndUnbounded("cbc");

    [HighsFact]
    public Task HiGHS_knows_the_infeasible_from_the_unbounded() => InfeasibleAndUnbounded("highs");

    [CbcFact]
    public Task A_cancelled_solve_with_CBC_ends() => Cancelled("cbc", mayKeepPoint: false);

    [HighsFact]
    public Task A_cancelled_solve_with_HiGHS_ends_with_what_it_has() => Cancelled("highs", mayKeepPoint: true);

    [CbcFact]
    public async Task Nothing_worse_than_the_start_comes_out()
    {
        // Better than what CBC finds by itself in that time.
        var program = RandomMixedPrograms.Packing(seed: 1, items: 100, knapsacks: 20);
        var start = new BranchAndBound(TimeProvider.System, new BranchAndBoundSettings { NodeLimit = 10_000 }).Solve(program, Exact);
        var solver = await new SolverCatalog().GetAsync("cbc");
        var solution = await solver.SolveAsync(program, Exact with { TimeLimit = TimeSpan.FromSeconds(2), Start = start.Values });
        Assert.True(solution.Objective <= start.Objective + 1e-6, $"{solution.Status} {solution.Objective} instead of at most {start.Objective}; {solution.Message}");
    }

    [CbcFact]
    public async Task A_killed_solver_costs_its_process_and_is_reported()
    {
        var catalog = new SolverCatalog
        {
            Children = ChildSettings.Default with
            {
                Started = id => _ = Task.Run(async () =>
                {
                    await Task.Delay(700);
                    using var child = Process.GetProcessById(id);
                    child.Kill();
                }),
            },
        };
        var solver = await catalog.GetAsync("cbc");
        var solution = await solver.SolveAsync(RandomMixedPrograms.Packing(seed: 1, items: 100, knapsacks: 20), Exact);
        Assert.Equal(MixedIntegerStatus.Failed, solution.Status);
        Assert.Contains("ended with exit code 137 and without an answer", solution.Message);
        Assert.False(solution.HasIncumbent);
    }

    private static async Task TimeLimit(string name)
    {
        var solver = await new SolverCatalog().GetAsync(name);
        var program = RandomMixedPrograms.Packing(seed: 1, items: 100, knapsacks: 20);
        var solution = await solver.SolveAsync(program, Exact with { TimeLimit = TimeSpan.FromSeconds(1) });
        Assert.True(solution.Status is MixedIntegerStatus.Feasible or MixedIntegerStatus.NoSolution, $"{solution.Status}: {solution.Message}");
        Assert.Equal(solution.Status == MixedIntegerStatus.Feasible, solution.HasIncumbent);
        if (!solution.HasIncumbent) return;
        Assert.True(MixedIntegerCheck.Of(program, solution.Values!).IsFeasible);
        Assert.InRange(solution.Objective, solution.Bound, 0);
    }

    private static async Task InfeasibleAndUnbounded(string name)
    {
        var solver = await new SolverCatalog().GetAsync(name);
        var unbounded = new MixedIntegerProgram();
        unbounded.Linear.AddRowAtLeast(1);
        unbounded.AddInteger(-1, 0, double.PositiveInfinity, [(0, 1)]);
        Assert.Equal(MixedIntegerStatus.Unbounded, (await solver.SolveAsync(unbounded, Exact)).Status);
        var none = new MixedIntegerProgram();
        none.Linear.AddRowEqual(1, "odd");
        none.AddInteger(0, 0, 5, [(0, 2)]);
        Assert.Equal(MixedIntegerStatus.Infeasible, (await solver.SolveAsync(none, Exact)).Status);
    }

    private static async Task Cancelled(string name, bool mayKeepPoint)
    {
        using var source = new CancellationTokenSource();
        var solver = await new SolverCatalog().GetAsync(name);
        var program = RandomMixedPrograms.Packing(seed: 1, items: 100, knapsacks: 20);
        var solution = await solver.SolveAsync(program, Exact, new FirstIncumbent(source.Cancel), source.Token);
        Assert.True(solution.Status == MixedIntegerStatus.NoSolution || (mayKeepPoint && solution.Status == MixedIntegerStatus.Feasible), $"{solution.Status}: {solution.Message}");
        Assert.True(source.IsCancellationRequested);
    }

    private sealed class FirstIncumbent(Action then) : IProgress<MixedIntegerProgress>
    {
        public void Report(MixedIntegerProgress value)
        {
            if (!double.IsNaN(value.Incumbent)) then();
        }
    }
}
