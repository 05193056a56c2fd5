using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

public class WarmStartTests
{
    [Fact]
    public void Warm_start_ends_where_a_cold_start_does_after_any_change()
    {
        var seen = new HashSet<LinearStatus>();
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(1000 + seed);
            LinearProgram program = RandomPrograms.Feasible(seed, 5 + seed % 20, 8 + seed % 45, 3);
            var solver = new SimplexSolver();
            SimplexBasis basis = solver.Solve(program).Basis;
            for (int change = 0; change < 4; change++)
            {
                Change(program, random);
                LinearSolution warm = solver.Solve(program, basis), cold = new SimplexSolver().Solve(program);

                Assert.True(cold.Status == warm.Status, $"seed {seed}: cold {cold.Status}, warm {warm.Status}");
                seen.Add(warm.Status);
                if (warm.Status == LinearStatus.Optimal)
                {
                    Assert.Equal(0, (cold.Objective - warm.Objective) / (1 + Math.Abs(cold.Objective)), 7);
                    Assert.True(OptimalityCheck.Of(program, warm).IsOptimal(1e-7), $"seed {seed}: {OptimalityCheck.Of(program, warm)}");
                }

                basis = warm.Basis;
            }
        }

        Assert.Superset(new HashSet<LinearStatus> { LinearStatus.Optimal, LinearStatus.Infeasible, LinearStatus.Unbounded }, seen);
    }

    [Fact]
    public void Optimal_basis_needs_no_iteration_when_nothing_changed()
    {
        LinearProgram program = RandomPrograms.Feasible(5, 50, 120, 4);
        var solver = new SimplexSolver();
        LinearSolution first = solver.Solve(program);

        LinearSolution again = solver.Solve(program, first.Basis);

        Assert.Equal(0, again.Iterations);
        Assert.Equal(first.Objective, again.Objective, 9);
    }

    [Fact]
    public void Basis_from_before_a_row_and_a_column_were_added_still_starts_a_solve()
    {
        LinearProgram program = RandomPrograms.Feasible(6, 20, 50, 3);
        var solver = new SimplexSolver();
        LinearSolution before = solver.Solve(program);
        int cut = program.AddRowAtMost(1.5);
        program.AddColumn(-10, 0, 8, [(cut, 1), (0, 1), (3, -1)]);

        LinearSolution warm = solver.Solve(program, before.Basis), cold = new SimplexSolver().Solve(program);

        Assert.Equal(LinearStatus.Optimal, warm.Status);
        Assert.Equal(cold.Objective, warm.Objective, 8);
        Assert.NotEqual(before.Objective, warm.Objective, 3);
    }

    [Fact]
    public void Basis_of_a_larger_programme_is_refused()
    {
        SimplexBasis basis = new SimplexSolver().Solve(RandomPrograms.Feasible(6, 20, 50, 3)).Basis;
        Assert.Throws<ArgumentException>(() => new SimplexSolver().Solve(RandomPrograms.Feasible(6, 3, 50, 3), basis));
    }

    [Fact]
    public void A_bound_that_only_the_very_end_of_a_range_meets_is_not_called_impossible()
    {
        // 1 <= 3 x <= 3 with x raised to at least 1: the row's whole range is needed, to the last bit.
        var program = new LinearProgram();
        program.AddRow(1, 3);
        program.AddColumn(6.25, -1, 3, [(0, 3.0)]);
        var solver = new SimplexSolver();
        var basis = solver.Solve(program).Basis;
        program.SetColumnBounds(0, 1, 3);
        LinearSolution solution = solver.Solve(program, basis);
        Assert.Equal(LinearStatus.Optimal, solution.Status);
        Assert.Equal(6.25, solution.Objective, 1e-9);
    }

    private static void Change(LinearProgram program, Random random)
    {
        int row = random.Next(program.RowCount), column = random.Next(program.ColumnCount);
        double shift = random.NextDouble() * 4 - 2;
        switch (random.Next(5))
        {
            case 0:
                program.SetRowBounds(row, program.RowLowers[row] + shift, program.RowUppers[row] + shift);
                break;
            case 1:
                program.SetCost(column, program.Costs[column] + shift);
                break;
            case 2:
                program.SetColumnBounds(column, 0, random.Next(3));
                break;
            case 3:
                program.SetColumnBounds(column, -1, double.PositiveInfinity);
                break;
            default:
                program.SetCoefficient(column, program.ColumnRows(column)[0], shift);
                break;
        }
    }
}
