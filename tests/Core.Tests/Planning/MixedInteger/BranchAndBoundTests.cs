using ControlPlane.Planning.Linear;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.MixedInteger;

public sealed class BranchAndBoundTests
{
    private static readonly BranchAndBound Solver = new(TimeProvider.System);
    private static readonly MixedIntegerOptions Exact = new() { RelativeGap = 0 };

    [Fact]
    public void Every_tiny_programme_ends_as_exhaustive_search_says_and_its_relaxation_is_never_above()
    {
        var simplex = new SimplexSolver();
        int feasible = 0, branched = 0, infeasibleByWholeNumbersOnly = 0;
        var count = TestScale.Pick(500, 20_000);
        for (var seed = 0; seed < count; seed++)
        {
            var program = RandomMixedPrograms.Tiny(seed);
            var expected = ExhaustiveSearch.Solve(program);
            var relaxed = simplex.Solve(program.Linear);
            var solution = Solver.Solve(program, Exact);
            if (double.IsNaN(expected))
            {
                Assert.True(solution.Status == MixedIntegerStatus.Infeasible, $"seed {seed}: {solution.Status}, expected none");
                if (relaxed.Status == LinearStatus.Optimal) infeasibleByWholeNumbersOnly++;
                continue;
            }

            feasible++;
            if (solution.Nodes > 1) branched++;
            var tolerance = 1e-6 * (1 + Math.Abs(expected));
            Assert.True(solution.Status == MixedIntegerStatus.Optimal, $"seed {seed}: {solution.Status}, expected {expected}");
            Assert.True(Math.Abs(solution.Objective - expected) <= tolerance, $"seed {seed}: {solution.Objective}, expected {expected}");
            Assert.True(Math.Abs(solution.Bound - expected) <= tolerance, $"seed {seed}: bound {solution.Bound}, expected {expected}");
            Assert.True(relaxed.Objective <= expected + tolerance, $"seed {seed}: relaxation {relaxed.Objective} above {expected}");
            Assert.True(MixedIntegerCheck.Of(program, solution.Values!).IsFeasible, $"seed {seed}");
        }

        Assert.True(feasible > count / 3 && branched > count / 20 && infeasibleByWholeNumbersOnly > count / 50, $"{feasible}, {branched}, {infeasibleByWholeNumbersOnly}");
    }

    [Fact]
    public void A_stopped_search_keeps_a_bound_that_holds_and_an_incumbent_that_is_one()
    {
        var program = RandomMixedPrograms.Packing(seed: 3, items: 22, knapsacks: 3);
        var optimum = Solver.Solve(program, Exact).Objective;
        var stopped = 0;
        foreach (var limit in new long[] { 1, 2, 5, 20, 60 })
        {
            var solution = new BranchAndBound(TimeProvider.System, new BranchAndBoundSettings { NodeLimit = limit }).Solve(program, Exact);
            Assert.True(solution.Nodes <= limit);
            Assert.InRange(solution.Bound, double.MinValue, optimum + 1e-6);
            if (solution.Status == MixedIntegerStatus.Optimal) continue;
            stopped++;
            Assert.Equal(MixedIntegerStatus.Feasible, solution.Status);
            Assert.InRange(solution.Objective, optimum - 1e-6, 0);
            Assert.True(MixedIntegerCheck.Of(program, solution.Values!).IsFeasible);
            Assert.True(solution.Gap > 0);
        }

        Assert.True(stopped >= 2, $"only {stopped} searches were stopped: the programme is too easy");
    }

    [Fact]
    public void Optimal_means_within_the_gap_that_was_asked_for()
    {
        var missed = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var program = RandomMixedPrograms.Packing(seed, items: 16, knapsacks: 4);
            var optimum = Solver.Solve(program, Exact).Objective;
            var loose = Solver.Solve(program, Exact with { RelativeGap = 0.05 });
            Assert.Equal(MixedIntegerStatus.Optimal, loose.Status);
            Assert.InRange(loose.Gap, 0, 0.05 + 1e-9);
            Assert.InRange(optimum, loose.Bound - 1e-6, loose.Objective + 1e-6);
            if (loose.Objective > optimum + 1e-6) missed++;
        }

        Assert.True(missed > 3, $"only {missed} ended short of the optimum: the gap was not put to use");
    }

    [Fact]
    public void Progress_tells_an_incumbent_that_falls_and_a_bound_that_rises()
    {
        var told = new List<MixedIntegerProgress>();
        var program = RandomMixedPrograms.Packing(seed: 5, items: 24, knapsacks: 3);
        var solution = Solver.Solve(program, Exact, new Told(told));
        Assert.True(told.Count > 2);
        foreach (var (before, after) in told.Zip(told.Skip(1)))
        {
            Assert.True(!(after.Incumbent > before.Incumbent));
            Assert.True(after.Bound >= before.Bound);
            Assert.True(after.Bound <= solution.Objective + 1e-6);
        }
    }

    [Fact]
    public async Task A_cancelled_search_returns_what_it_has()
    {
        using var source = new CancellationTokenSource();
        var program = RandomMixedPrograms.Packing(seed: 1, items: 60, knapsacks: 8);
        var solution = await Solver.SolveAsync(program, Exact, new Told([], () => source.Cancel()), source.Token);
        Assert.True(solution.Status is MixedIntegerStatus.Feasible or MixedIntegerStatus.NoSolution, $"{solution.Status}");
        Assert.True(solution.Bound <= 0);
    }

    [Fact]
    public async Task A_time_limit_ends_the_search_with_incumbent_and_bound()
    {
        var program = RandomMixedPrograms.Packing(seed: 1, items: 80, knapsacks: 10);
        var solution = await Solver.SolveAsync(program, Exact with { TimeLimit = TimeSpan.FromSeconds(1) });
        Assert.Equal(MixedIntegerStatus.Feasible, solution.Status);
        Assert.InRange(solution.Gap, 1e-9, 0.2);
    }

    [Fact]
    public void An_objective_without_limit_is_unbounded_only_if_there_is_a_point()
    {
        var falls = new MixedIntegerProgram();
        falls.AddInteger(-1, 0, double.PositiveInfinity, []);
        Assert.Equal(MixedIntegerStatus.Unbounded, Solver.Solve(falls, Exact).Status);

        var none = new MixedIntegerProgram();
        none.Linear.AddRowEqual(1, "odd");
        none.AddInteger(0, 0, 5, [(0, 2)]);
        none.AddInteger(-1, 0, double.PositiveInfinity, []);
        Assert.Equal(MixedIntegerStatus.Infeasible, Solver.Solve(none, Exact).Status);
    }

    [Fact]
    public void A_start_is_the_first_incumbent_and_a_start_that_breaks_a_row_is_passed_over()
    {
        var program = RandomMixedPrograms.Packing(seed: 2, items: 20, knapsacks: 3);
        var best = Solver.Solve(program, Exact);
        var one = new BranchAndBound(TimeProvider.System, new BranchAndBoundSettings { NodeLimit = 1 });
        Assert.Equal(best.Objective, one.Solve(program, Exact with { Start = best.Values }).Objective);
        var everything = Enumerable.Repeat(1.0, program.Linear.ColumnCount).ToArray();
        var solution = Solver.Solve(program, Exact with { Start = everything });
        Assert.Equal(best.Objective, solution.Objective, 1e-9);
        Assert.Equal(best.Objective, Solver.Solve(program, Exact with { Start = [1, 2] }).Objective, 1e-9);
    }

    [Fact]
    public void Big_coefficients_do_not_smuggle_a_fraction_through_the_tolerance()
    {
        // x <= 1e7 b lets b = 1e-7 stand for "on": the point must pay for a whole b.
        var program = new MixedIntegerProgram();
        var link = program.Linear.AddRowAtMost(0, "link");
        var need = program.Linear.AddRowAtLeast(1, "need");
        program.Linear.AddColumn(1, 0, double.PositiveInfinity, [(link, 1), (need, 1)], "x");
        program.AddBinary(1000, [(link, -1e7)], "b");
        var solution = Solver.Solve(program, Exact);
        Assert.Equal(MixedIntegerStatus.Optimal, solution.Status);
        Assert.Equal(1001, solution.Objective, 1e-6);
    }

    private sealed class Told(List<MixedIntegerProgress> told, Action? then = null) : IProgress<MixedIntegerProgress>
    {
        public void Report(MixedIntegerProgress value)
        {
            told.Add(value);
            then?.Invoke();
        }
    }
}
