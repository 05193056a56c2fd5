using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.MixedInteger;

public sealed class MixedIntegerCheckTests
{
    [Fact]
    public void A_feasible_point_has_its_whole_numbers_rounded_and_its_objective_worked_out()
    {
        var point = MixedIntegerCheck.Of(Program(), [2 + 5e-7, 1.5]);
        Assert.True(point.IsFeasible, point.Describe());
        Assert.Equal([2, 1.5], point.Values);
        Assert.Equal(2 * 3 + 1.5, point.Objective);
        Assert.Equal("feasible", point.Describe());
    }

    [Theory]
    [InlineData(2.5, 1, "column 'n' is 2.5 and must be a whole number (missed by 0.5)")]
    [InlineData(6, 1, "column 'n' is 6 and must be at most 5 (missed by 1)")]
    [InlineData(2, -0.25, "column 'x' is -0.25 and must be at least 0 (missed by 0.25)")]
    [InlineData(5, 6, "row 'room' is 11 and must be at most 10 (missed by 1)")]
    [InlineData(0, 0.5, "row 'need' is 0.5 and must be at least 1 (missed by 0.5)")]
    [InlineData(double.NaN, 1, "column 'n' is NaN and must be a finite number (missed by NaN)")]
    public void A_violation_names_the_row_or_column_and_by_how_much(double n, double x, string expected)
    {
        var point = MixedIntegerCheck.Of(Program(), [n, x]);
        Assert.False(point.IsFeasible);
        Assert.Equal(expected, point.Describe());
    }

    [Fact]
    public void A_value_a_rounding_error_outside_its_bounds_is_moved_onto_them()
    {
        var point = MixedIntegerCheck.Of(Program(), [2, -1e-9]);
        Assert.True(point.IsFeasible, point.Describe());
        Assert.Equal(0, point.Values[1]);
    }

    [Fact]
    public void A_row_is_measured_against_its_own_size()
    {
        var program = new MixedIntegerProgram();
        program.Linear.AddRowAtMost(0, "balance");
        program.Linear.AddColumn(0, 0, 1e9, [(0, 1)]);
        program.Linear.AddColumn(0, 0, 1e9, [(0, -1)]);
        Assert.True(MixedIntegerCheck.Of(program, [1e8 + 50, 1e8]).IsFeasible);
        Assert.False(MixedIntegerCheck.Of(program, [1e8 + 500, 1e8]).IsFeasible);
        Assert.False(MixedIntegerCheck.Of(program, [2e-6, 0]).IsFeasible);
    }

    [Fact]
    public void Values_for_another_number_of_columns_are_an_error() =>
        Assert.Throws<ArgumentException>(() => MixedIntegerCheck.Of(Program(), [1]));

    private static MixedIntegerProgram Program()
    {
        var program = new MixedIntegerProgram();
        program.Linear.AddRowAtMost(10, "room");
        program.Linear.AddRowAtLeast(1, "need");
        program.AddInteger(3, 0, 5, [(0, 1), (1, 1)], "n");
        program.Linear.AddColumn(1, 0, double.PositiveInfinity, [(0, 1), (1, 1)], "x");
        return program;
    }
}
