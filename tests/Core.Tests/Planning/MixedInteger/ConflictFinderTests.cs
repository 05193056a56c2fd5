using ControlPlane.Planning.Linear;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.MixedInteger;

public sealed class ConflictFinderTests
{
    [Fact]
    public void Rows_that_contradict_each_other_are_named_and_no_others()
    {
        var program = new MixedIntegerProgram();
        program.Linear.AddRowAtLeast(10, "demand");
        program.Linear.AddRowAtMost(100, "budget");
        program.Linear.AddRowAtMost(4, "grid");
        program.Linear.AddColumn(1, 0, double.PositiveInfinity, [(0, 1), (1, 1), (2, 1)], "import");
        program.Linear.AddColumn(1, 0, 5, [(0, 1), (1, 2)], "unit");
        var conflict = ConflictFinder.Explain(program)!;
        Assert.Equal(["demand", "grid"], conflict.Rows);
        Assert.Equal(["unit at most 5"], conflict.Bounds);
        Assert.False(conflict.OnlyWholeNumbers);
        Assert.True(conflict.IsIrreducible);
        Assert.Equal("These cannot hold together: demand, grid; with unit at most 5.", conflict.Describe());
    }

    [Fact]
    public void A_conflict_of_whole_numbers_alone_is_called_that()
    {
        var program = new MixedIntegerProgram();
        program.Linear.AddRowEqual(7, "odd");
        program.Linear.AddRowAtMost(50, "budget");
        program.AddInteger(0, 0, 9, [(0, 2), (1, 1)], "a");
        program.AddInteger(0, 0, 9, [(0, 2), (1, 3)], "b");
        var conflict = ConflictFinder.Explain(program)!;
        Assert.Equal(["odd"], conflict.Rows);
        Assert.True(conflict.OnlyWholeNumbers);
        Assert.Contains("only that whole numbers are demanded", conflict.Describe());
    }

    [Fact]
    public void A_whole_number_without_room_is_named()
    {
        var program = new MixedIntegerProgram();
        program.AddInteger(0, 0.25, 0.75, [], "half");
        Assert.Equal("No value is left; with half a whole number from 0.25 to 0.75. Fractions would satisfy them: only that whole numbers are demanded makes it impossible.", ConflictFinder.Explain(program)!.Describe());
    }

    [Fact]
    public void A_programme_with_a_point_has_no_conflict()
    {
        var program = new MixedIntegerProgram();
        program.Linear.AddRowAtMost(1);
        program.AddBinary(0, [(0, 1)]);
        Assert.Null(ConflictFinder.Explain(program));
    }

    [Fact]
    public void What_is_named_is_in_conflict_and_without_any_one_row_of_it_no_longer()
    {
        var seen = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var program = RandomMixedPrograms.Tiny(seed);
            if (ConflictFinder.Explain(program) is not { IsIrreducible: true } conflict) continue;
            seen++;
            var linear = program.Linear;
            int[] named = [.. Enumerable.Range(0, linear.RowCount).Where(i => conflict.Rows.Contains(linear.RowName(i)))];
            for (var i = 0; i < linear.RowCount; i++)
            {
                if (!named.Contains(i)) Free(linear, i);
            }

            Assert.True(HasNone(program, conflict.OnlyWholeNumbers), $"seed {seed}: {conflict.Describe()}");
            foreach (var row in named)
            {
                double lower = linear.RowLowers[row], upper = linear.RowUppers[row];
                Free(linear, row);
                Assert.False(HasNone(program, conflict.OnlyWholeNumbers), $"seed {seed}: {linear.RowName(row)} is not needed: {conflict.Describe()}");
                linear.SetRowBounds(row, lower, upper);
            }
        }

        Assert.True(seen > 50, $"{seen}");
    }

    private static bool HasNone(MixedIntegerProgram program, bool wholeNumbers) =>
        wholeNumbers ? double.IsNaN(ExhaustiveSearch.Solve(program)) : new SimplexSolver().Solve(program.Linear).Status == LinearStatus.Infeasible;

    private static void Free(LinearProgram program, int row) => program.SetRowBounds(row, double.NegativeInfinity, double.PositiveInfinity);
}
