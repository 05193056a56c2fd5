using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

/// <summary>Transport and assignment problems: every basis is degenerate, answers are known or enumerable.</summary>
public class TransportTests
{
    [Fact]
    public void Balanced_transport_costs_the_textbook_743()
    {
        double[,] cost = { { 19, 30, 50, 10 }, { 70, 30, 40, 60 }, { 40, 8, 70, 20 } };

        LinearSolution solution = new SimplexSolver().Solve(Transport([7, 9, 18], [5, 8, 7, 14], cost));

        Assert.Equal(LinearStatus.Optimal, solution.Status);
        Assert.Equal(743, solution.Objective, 9);
    }

    [Theory]
    [InlineData(60, SimplexMethod.Automatic)]
    [InlineData(60, SimplexMethod.Primal)]
    [InlineData(1, SimplexMethod.Automatic)]
    [InlineData(1, SimplexMethod.Primal)]
    public void Assignment_costs_what_the_best_of_all_permutations_costs(int stallIterations, SimplexMethod method)
    {
        var solver = new SimplexSolver(SimplexOptions.Default with { StallIterations = stallIterations, Method = method });
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            double[,] cost = RandomCosts(random, 6, 6, seed % 2 == 0 ? 3 : 100);
            double[] ones = [1, 1, 1, 1, 1, 1];
            LinearProgram program = Transport(ones, ones, cost);

            LinearSolution solution = solver.Solve(program);

            Assert.Equal(BestPermutation(cost, 0, 0), solution.Objective, 7);
            Assert.True(OptimalityCheck.Of(program, solution).IsOptimal(1e-8));
        }
    }

    [Fact]
    public void Transport_after_a_shift_of_demand_costs_the_same_from_a_warm_as_from_a_cold_start()
    {
        var random = new Random(11);
        double[] supply = [.. Enumerable.Repeat(40.0, 30)], demand = [.. Enumerable.Repeat(30.0, 40)];
        LinearProgram program = Transport(supply, demand, RandomCosts(random, 30, 40, 50));
        var solver = new SimplexSolver();
        LinearSolution warm = solver.Solve(program);
        int coldIterations = warm.Iterations;
        for (int round = 0; round < 10; round++)
        {
            int from = random.Next(40), to = random.Next(40);
            ShiftDemand(program, 30 + from, -5);
            ShiftDemand(program, 30 + to, 5);

            warm = solver.Solve(program, warm.Basis);
            LinearSolution cold = new SimplexSolver().Solve(program);

            Assert.Equal(cold.Objective, warm.Objective, 6);
            Assert.True(OptimalityCheck.Of(program, warm).IsOptimal(1e-8));
            Assert.True(warm.Iterations < coldIterations / 2, $"round {round}: {warm.Iterations} against {coldIterations} from cold");
        }
    }

    private static void ShiftDemand(LinearProgram program, int row, double change)
    {
        double demand = program.RowLowers[row] + change;
        program.SetRowBounds(row, demand, demand);
    }

    private static double[,] RandomCosts(Random random, int sources, int sinks, int most)
    {
        var cost = new double[sources, sinks];
        for (int i = 0; i < sources; i++)
        {
            for (int j = 0; j < sinks; j++) cost[i, j] = random.Next(1, most + 1);
        }

        return cost;
    }

    private static LinearProgram Transport(double[] supply, double[] demand, double[,] cost)
    {
        var program = new LinearProgram();
        foreach (double amount in supply) program.AddRowEqual(amount);
        foreach (double amount in demand) program.AddRowEqual(amount);
        for (int i = 0; i < supply.Length; i++)
        {
            for (int j = 0; j < demand.Length; j++)
                program.AddColumn(cost[i, j], 0, double.PositiveInfinity, [(i, 1.0), (supply.Length + j, 1.0)]);
        }

        return program;
    }

    private static double BestPermutation(double[,] cost, int row, int usedColumns)
    {
        if (row == cost.GetLength(0)) return 0;
        double best = double.PositiveInfinity;
        for (int j = 0; j < cost.GetLength(1); j++)
        {
            if ((usedColumns & (1 << j)) == 0) best = Math.Min(best, cost[row, j] + BestPermutation(cost, row + 1, usedColumns | (1 << j)));
        }

        return best;
    }
}
