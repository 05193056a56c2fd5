using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

public class SimplexSolverTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void Product_mix_has_the_textbook_optimum_and_shadow_prices()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(4, "plant 1");
        program.AddRowAtMost(12, "plant 2");
        program.AddRowAtMost(18, "plant 3");
        program.AddColumn(-3, 0, Infinity, [(0, 1), (2, 3)], "doors");
        program.AddColumn(-5, 0, Infinity, [(1, 2), (2, 2)], "windows");

        LinearSolution solution = Solved(program);

        Assert.Equal(-36, solution.Objective, 9);
        AssertClose([2, 6], solution.Values);
        AssertClose([0, -1.5, -1], solution.RowDuals);
        AssertClose([2, 12, 18], solution.RowActivities);
    }

    [Fact]
    public void Beales_cycling_examples_end_at_their_optima()
    {
        Assert.Equal(-0.05, Solved(Beale([-0.75, 150, -0.02, 6], [0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3])).Objective, 9);
        Assert.Equal(-1.25, Solved(Beale([-0.75, 20, -0.5, 6], [0.25, -8, -1, 9], [0.5, -12, -0.5, 3])).Objective, 9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Klee_Minty_cubes_end_at_their_far_corner(int n)
    {
        var program = new LinearProgram();
        for (int i = 0; i < n; i++) program.AddRowAtMost(Math.Pow(100, i));
        for (int j = 0; j < n; j++)
        {
            (int, double)[] entries = [(j, 1), .. Enumerable.Range(j + 1, n - j - 1).Select(i => (i, 2 * Math.Pow(10, i - j)))];
            program.AddColumn(-Math.Pow(10, n - 1 - j), 0, Infinity, entries);
        }

        Assert.Equal(1, Solved(program).Objective / -Math.Pow(100, n - 1), 9);
    }

    [Fact]
    public void Equalities_alone_determine_their_one_solution()
    {
        var program = new LinearProgram();
        program.AddRowEqual(6);
        program.AddRowEqual(1);
        program.AddRowEqual(-4);
        program.AddColumn(1, 0, Infinity, [(0, 1), (1, 1)]);
        program.AddColumn(1, 0, Infinity, [(0, 1), (1, -1), (2, 1)]);
        program.AddColumn(1, 0, Infinity, [(0, 1), (2, -2)]);

        AssertClose([2.2, 1.2, 2.6], Solved(program).Values);
    }

    [Fact]
    public void Chebyshev_centre_of_points_on_a_line_needs_a_free_variable()
    {
        double[] points = [-9.5, -5, -1];
        var program = new LinearProgram();
        foreach (double point in points)
        {
            program.AddRowAtMost(point);
            program.AddRowAtLeast(point);
        }

        program.AddColumn(0, -Infinity, Infinity, [.. Enumerable.Range(0, 6).Select(i => (i, 1.0))], "centre");
        program.AddColumn(1, 0, Infinity, [.. Enumerable.Range(0, 6).Select(i => (i, i % 2 == 0 ? -1.0 : 1.0))], "radius");

        AssertClose([-5.25, 4.25], Solved(program).Values);
    }

    [Fact]
    public void Fractional_knapsack_fills_by_value_per_weight()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(50);
        program.AddColumn(-60, 0, 1, [(0, 10)]);
        program.AddColumn(-100, 0, 1, [(0, 20)]);
        program.AddColumn(-120, 0, 1, [(0, 30)]);

        LinearSolution solution = Solved(program);

        AssertClose([1, 1, 2.0 / 3], solution.Values);
        Assert.Equal(-4, solution.RowDuals[0], 9);
    }

    [Fact]
    public void Dual_method_fills_boxed_variables_by_flips_instead_of_pivots()
    {
        var program = new LinearProgram();
        program.AddRowAtLeast(60.5);
        for (int j = 0; j < 100; j++) program.AddColumn(1 + j, 0, 1, [(0, 1)]);

        LinearSolution solution = Solved(program);

        Assert.Equal(60 * 61 / 2 + 0.5 * 61, solution.Objective, 9);
        Assert.Equal(1, solution.Iterations);
    }

    [Fact]
    public void Programme_without_rows_puts_each_variable_at_its_cheaper_bound()
    {
        var program = new LinearProgram();
        program.AddColumn(2, -3, 5, []);
        program.AddColumn(-1, -3, 5, []);
        program.AddColumn(0, -Infinity, Infinity, []);

        AssertClose([-3, 5, 0], Solved(program).Values);
    }

    [Fact]
    public void Ray_without_limit_is_reported_as_unbounded()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(1);
        program.AddColumn(-1, 0, Infinity, [(0, 1)]);
        program.AddColumn(0, 0, Infinity, [(0, -1)]);

        Assert.Equal(LinearStatus.Unbounded, new SimplexSolver().Solve(program).Status);
    }

    [Theory]
    [InlineData(SimplexMethod.Automatic)]
    [InlineData(SimplexMethod.Primal)]
    public void Conflict_names_the_rows_that_contradict_each_other_and_no_others(SimplexMethod method)
    {
        var program = new LinearProgram();
        program.AddRowAtMost(100, "storage");
        program.AddRowAtMost(4, "supply");
        program.AddRowAtLeast(5, "demand");
        program.AddColumn(1, 0, Infinity, [(0, 1), (1, 1), (2, 1)]);
        program.AddColumn(1, 0, 2, [(0, 3), (1, 2), (2, 2)]);

        LinearSolution solution = new SimplexSolver(SimplexOptions.Default with { Method = method }).Solve(program);

        Assert.Equal(LinearStatus.Infeasible, solution.Status);
        Assert.Equal(["supply", "demand"], solution.ConflictingRows);
        Assert.True(FarkasCheck.Proves(program, solution.FarkasRay));
    }

    [Fact]
    public void Solve_stops_at_its_iteration_limit_and_on_cancellation()
    {
        LinearProgram program = RandomPrograms.Feasible(1, 40, 80, 4);
        var limited = new SimplexSolver(SimplexOptions.Default with { IterationLimit = 3 });

        LinearSolution stopped = limited.Solve(program);
        LinearSolution cancelled = new SimplexSolver().Solve(program, null, new CancellationToken(canceled: true));

        Assert.Equal(LinearStatus.IterationLimit, stopped.Status);
        Assert.Equal(3, stopped.Iterations);
        Assert.Equal(LinearStatus.Cancelled, cancelled.Status);
        Assert.Equal(0, cancelled.Iterations);
    }

    [Fact]
    public void Same_programme_gives_the_same_bits_from_any_solver()
    {
        LinearProgram program = RandomPrograms.Feasible(7, 60, 150, 4);
        var used = new SimplexSolver();
        used.Solve(RandomPrograms.Feasible(8, 33, 90, 3));

        LinearSolution first = new SimplexSolver().Solve(program), second = used.Solve(program);

        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.RowDuals, second.RowDuals);
        Assert.Equal(first.Iterations, second.Iterations);
    }

    [Fact]
    public void Resolve_allocates_little_beyond_its_answer()
    {
        LinearProgram program = RandomPrograms.Feasible(3, 100, 400, 4);
        var solver = new SimplexSolver();
        SimplexBasis basis = solver.Solve(program).Basis;
        solver.Solve(program, basis);

        long before = GC.GetAllocatedBytesForCurrentThread();
        solver.Solve(program, basis);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        int answer = (2 * sizeof(double) + 1) * (program.ColumnCount + program.RowCount);
        Assert.InRange(allocated, answer, answer + 2048);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new SimplexSolver(SimplexOptions.Default with { DualTolerance = 0 }));
        Assert.Contains("DualTolerance must lie in 1e-10 to 1e-5", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimplexSolver(SimplexOptions.Default with { RefactorInterval = 0 }));
    }

    private static LinearProgram Beale(double[] cost, double[] first, double[] second)
    {
        var program = new LinearProgram();
        program.AddRowAtMost(0);
        program.AddRowAtMost(0);
        program.AddRowAtMost(1);
        for (int j = 0; j < 4; j++)
        {
            (int, double)[] entries = [(0, first[j]), (1, second[j]), .. j == 2 ? [(2, 1.0)] : Array.Empty<(int, double)>()];
            program.AddColumn(cost[j], 0, Infinity, entries);
        }

        return program;
    }

    private static LinearSolution Solved(LinearProgram program)
    {
        LinearSolution solution = new SimplexSolver().Solve(program);
        Assert.Equal(LinearStatus.Optimal, solution.Status);
        Assert.True(OptimalityCheck.Of(program, solution).IsOptimal(1e-9));
        return solution;
    }

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 9);
    }
}
