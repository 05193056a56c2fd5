using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Core.Tests.Solvers;

/// <summary>Nothing that a solver says is believed before it was checked.</summary>
public sealed class CheckedSolutionTests
{
    [Fact]
    public void A_relaxation_offered_as_a_solution_at_the_time_limit_is_none()
    {
        var solution = Check(new RawSolution { Status = MixedIntegerStatus.Feasible, Values = [0.5], Bound = -3 });
        Assert.Equal(MixedIntegerStatus.NoSolution, solution.Status);
        Assert.Null(solution.Values);
        Assert.Equal(-3, solution.Bound);
        Assert.Contains("column 'n' is 0.5 and must be a whole number", solution.Message);
    }

    [Fact]
    public void A_solution_that_breaks_a_row_and_is_called_optimal_is_a_failure()
    {
        var solution = Check(new RawSolution { Status = MixedIntegerStatus.Optimal, Values = [2], Bound = -2 });
        Assert.Equal(MixedIntegerStatus.Failed, solution.Status);
        Assert.Contains("row 'room' is 2 and must be at most 1.5", solution.Message);
        Assert.Equal(double.NegativeInfinity, solution.Bound);
    }

    [Fact]
    public void A_bound_above_its_own_solution_is_a_failure() =>
        Assert.Contains("bound -0.5 is above the objective -1", Check(new RawSolution { Status = MixedIntegerStatus.Optimal, Values = [1], Bound = -0.5 }).Message);

    [Fact]
    public void Optimal_is_what_the_gap_says()
    {
        Assert.Equal(MixedIntegerStatus.Feasible, Check(new RawSolution { Status = MixedIntegerStatus.Optimal, Values = [1], Bound = -1.2 }).Status);
        Assert.Equal(MixedIntegerStatus.Optimal, Check(new RawSolution { Status = MixedIntegerStatus.Feasible, Values = [1], Bound = -1 }).Status);
    }

    [Fact]
    public void A_solution_of_another_shape_or_none_is_a_failure()
    {
        Assert.Contains("has 2 columns instead of 1", Check(new RawSolution { Status = MixedIntegerStatus.Optimal, Values = [1, 1], Bound = -1 }).Message);
        Assert.Contains("without giving one", Check(new RawSolution { Status = MixedIntegerStatus.Optimal, Bound = -1 }).Message);
        Assert.Contains("cannot be read", Check(new RawSolution { Status = (MixedIntegerStatus)77 }).Message);
        Assert.Contains("cannot be read", Check(new RawSolution { Status = MixedIntegerStatus.NoSolution, Bound = double.NaN }).Message);
    }

    [Fact]
    public void A_point_that_rounding_breaks_keeps_its_whole_numbers_and_works_out_the_rest_again()
    {
        // b = 1 - 9e-7 is called whole and makes room for 999 999.1; with b = 1 and a demand for exactly that room, x has to move.
        var program = new MixedIntegerProgram();
        program.Linear.AddRowEqual(0, "link");
        program.Linear.AddColumn(1, 0, double.PositiveInfinity, [(0, 1)], "x");
        program.AddBinary(0, [(0, -1e6)], "b");
        program.Linear.AddRowAtLeast(0, "spare");
        double[] offered = [1e6 - 9, 1 - 9e-6];
        var raw = new RawSolution { Status = MixedIntegerStatus.Feasible, Values = offered, Bound = 0 };
        Assert.False(MixedIntegerCheck.Of(program, offered).IsFeasible);
        var solution = CheckedSolution.Of(program, new MixedIntegerOptions(), "test", raw, TimeSpan.Zero);
        Assert.Equal(MixedIntegerStatus.Feasible, solution.Status);
        Assert.Equal([1e6, 1], solution.Values);
        Assert.Equal(1e6, solution.Objective);
    }

    // Maximise n, written as a minimum: n <= 1.5.
    private static MixedIntegerSolution Check(RawSolution raw)
    {
        var program = new MixedIntegerProgram();
        program.Linear.AddRowAtMost(1.5, "room");
        program.AddInteger(-1, 0, 3, [(0, 1)], "n");
        return CheckedSolution.Of(program, new MixedIntegerOptions(), "test", raw, TimeSpan.Zero);
    }
}
