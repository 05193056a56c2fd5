using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

public class OptimalityCheckTests
{
    // minimise -x - y, x + y <= 2, 0 <= x, y <= 1.5; optimal at (0.5, 1.5) with dual -1.
    private static readonly LinearProgram Program = Build();

    [Fact]
    public void Optimum_leaves_no_residual() =>
        Assert.Equal(0, OptimalityCheck.Of(Program, Candidate([0.5, 1.5], [-1], [0, 0])).Worst, 12);

    [Fact]
    public void Point_outside_a_row_or_a_bound_is_primal_infeasible()
    {
        Assert.True(OptimalityCheck.Of(Program, Candidate([1, 1.5], [-1], [0, 0])).PrimalInfeasibility > 0.1);
        Assert.True(OptimalityCheck.Of(Program, Candidate([0.4, 1.6], [-1], [0, 0])).PrimalInfeasibility > 0.03);
    }

    [Fact]
    public void Dual_of_the_wrong_sign_is_dual_infeasible() =>
        Assert.True(OptimalityCheck.Of(Program, Candidate([0.5, 1.5], [1], [-2, -2])).DualInfeasibility > 0.1);

    [Fact]
    public void Wrong_reduced_cost_is_dual_infeasible() =>
        Assert.True(OptimalityCheck.Of(Program, Candidate([0.5, 1.5], [-1], [0.5, 0])).DualInfeasibility > 0.1);

    [Fact]
    public void Price_on_a_slack_row_breaks_complementarity_and_opens_a_gap()
    {
        OptimalityReport report = OptimalityCheck.Of(Program, Candidate([0.5, 0.5], [-1], [0, 0]));
        Assert.True(report.Complementarity > 0.1);
        Assert.True(report.DualityGap > 0.1);
        Assert.False(report.IsOptimal(0.1));
    }

    private static LinearProgram Build()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(2);
        program.AddColumn(-1, 0, 1.5, [(0, 1)]);
        program.AddColumn(-1, 0, 1.5, [(0, 1)]);
        return program;
    }

    private static LinearSolution Candidate(double[] values, double[] duals, double[] reduced)
    {
        LinearSolution solved = new SimplexSolver().Solve(Program);
        return new LinearSolution
        {
            Status = LinearStatus.Optimal,
            Objective = -values.Sum(),
            Values = values,
            RowActivities = [values.Sum()],
            RowDuals = duals,
            ReducedCosts = reduced,
            Iterations = 0,
            Basis = solved.Basis,
            FarkasRay = [],
            ConflictingRows = [],
        };
    }
}
