using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

public class LinearProgramTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity)]
    public void Bounds_that_no_value_can_meet_are_refused_by_name(double lower, double upper)
    {
        var program = new LinearProgram();
        program.AddRowAtMost(1, "budget");
        program.AddColumn(1, 0, 1, [(0, 1)], "work");

        Assert.Contains("power", Assert.Throws<ArgumentException>(() => program.AddRow(lower, upper, "power")).Message, StringComparison.Ordinal);
        Assert.Contains("budget", Assert.Throws<ArgumentException>(() => program.SetRowBounds(0, lower, upper)).Message, StringComparison.Ordinal);
        Assert.Contains("work", Assert.Throws<ArgumentException>(() => program.SetColumnBounds(0, lower, upper)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_must_name_existing_rows_once_with_finite_coefficients()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => program.AddColumn(1, 0, 1, [(1, 1)]));
        Assert.Throws<ArgumentException>(() => program.AddColumn(1, 0, 1, [(0, 1), (0, 2)]));
        Assert.Throws<ArgumentException>(() => program.AddColumn(1, 0, 1, [(0, double.NaN)]));
        Assert.Throws<ArgumentException>(() => program.AddColumn(double.PositiveInfinity, 0, 1, [(0, 1)]));
        Assert.Equal(0, program.ColumnCount);
        Assert.Equal(0, program.EntryCount);
    }

    [Fact]
    public void Coefficient_can_be_changed_only_where_the_column_has_an_entry()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(6, "here");
        program.AddRowAtMost(6, "there");
        program.AddColumn(-1, 0, double.PositiveInfinity, [(0, 1)], "work");
        var solver = new SimplexSolver();
        Assert.Equal(-6, solver.Solve(program).Objective, 9);

        program.SetCoefficient(0, 0, 2);

        Assert.Equal(-3, solver.Solve(program).Objective, 9);
        var error = Assert.Throws<ArgumentException>(() => program.SetCoefficient(0, 1, 2));
        Assert.Contains("work has no entry in there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_and_columns_without_a_name_are_called_by_their_index()
    {
        var program = new LinearProgram();
        program.AddRowAtMost(6);
        program.AddColumn(-1, 0, 1, []);

        Assert.Equal("row 0", program.RowName(0));
        Assert.Equal("column 0", program.ColumnName(0));
    }
}
