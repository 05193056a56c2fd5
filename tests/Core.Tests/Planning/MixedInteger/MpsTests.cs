using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.MixedInteger;

public sealed class MpsTests
{
    private const string Small = """
        * two lines of comment
        NAME small
        ROWS
         N cost
         L room
         G need
         E same
        COLUMNS
         M0 'MARKER' 'INTORG'
         n cost -3 room 2
         n need 1
         M1 'MARKER' 'INTEND'
         x cost 1.5 same 1
        RHS
         RHS room 10 need 1
         RHS same 0.5
        RANGES
         RNG room 4
        BOUNDS
         UP BND n 7
         MI BND x
        ENDATA
        """;

    [Fact]
    public void A_file_reads_as_it_says()
    {
        var program = MpsReader.Read(new StringReader(Small));
        var linear = program.Linear;
        Assert.Equal("small", program.Name);
        Assert.Equal([-3, 1.5], linear.Costs.ToArray());
        Assert.Equal([true, false], new[] { program.IsInteger(0), program.IsInteger(1) });
        Assert.Equal([6, 1, 0.5], linear.RowLowers.ToArray());
        Assert.Equal([10, double.PositiveInfinity, 0.5], linear.RowUppers.ToArray());
        Assert.Equal([0, double.NegativeInfinity], linear.ColumnLowers.ToArray());
        Assert.Equal([7, double.PositiveInfinity], linear.ColumnUppers.ToArray());
        Assert.Equal(["room", "need", "same"], Enumerable.Range(0, 3).Select(linear.RowName));
    }

    [Theory]
    [InlineData("L room", "Q room", 5, "the sense of row 'room' is 'Q'; it must be N, E, G or L")]
    [InlineData("x cost 1.5", "x cost 1,5", 13, "'1,5' is not a number")]
    [InlineData("x cost 1.5 same 1", "x cost 1.5 cost 1", 13, "column 'x' has two entries in row 'cost'")]
    [InlineData("same 1\n", "other 1\n", 13, "there is no row 'other'")]
    [InlineData("UP BND n 7", "UP BND n -7", 20, "the bounds of column 'n' are [0, -7]; the lower one must not be above the upper")]
    [InlineData("'INTORG'", "INTORG", 9, "a marker INTORG; it must be 'INTORG' or 'INTEND', in quotes")]
    [InlineData("BOUNDS", "ROWS", 19, "the section ROWS comes twice or too late")]
    [InlineData("ENDATA", "*", 22, "the text ends without ENDATA")]
    public void An_error_names_the_line(string part, string instead, int line, string problem)
    {
        var text = Small.Replace("\r", "", StringComparison.Ordinal);
        var error = Assert.Throws<MpsFormatException>(() => MpsReader.Read(new StringReader(text.Replace(part, instead, StringComparison.Ordinal)), "a.mps"));
        Assert.Equal($"a.mps, line {Math.Min(line, 21)}: {problem}", error.Message);
    }

    [Fact]
    public void What_is_written_reads_back_to_the_bit()
    {
        var offRows = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var program = Awkward(seed);
            var text = Written(program);
            var read = MpsReader.Read(new StringReader(text));
            Assert.Equal(program.Linear.Costs.ToArray(), read.Linear.Costs.ToArray());
            for (var i = 0; i < program.Linear.RowCount; i++)
            {
                // MPS gives a bound and a distance: now and then there is no distance that leads to the other bound's last bit.
                double lower = program.Linear.RowLowers[i], upper = program.Linear.RowUppers[i];
                if (lower != read.Linear.RowLowers[i] || upper != read.Linear.RowUppers[i]) offRows++;
                Assert.Equal(lower, read.Linear.RowLowers[i], 1e-15 * (double.IsFinite(upper - lower) ? upper - lower : 0));
                Assert.Equal(upper, read.Linear.RowUppers[i], 1e-15 * (double.IsFinite(upper - lower) ? upper - lower : 0));
            }

            Assert.Equal(program.Linear.ColumnLowers.ToArray(), read.Linear.ColumnLowers.ToArray());
            Assert.Equal(program.Linear.ColumnUppers.ToArray(), read.Linear.ColumnUppers.ToArray());
            for (var j = 0; j < program.Linear.ColumnCount; j++)
            {
                Assert.Equal(program.IsInteger(j), read.IsInteger(j));
                Assert.Equal(program.Linear.ColumnRows(j).ToArray(), read.Linear.ColumnRows(j).ToArray());
                Assert.Equal(program.Linear.ColumnCoefficients(j).ToArray(), read.Linear.ColumnCoefficients(j).ToArray());
            }
        }

        Assert.InRange(offRows, 0, 15);
    }

    [Fact]
    public void Names_are_made_safe_and_stay_apart()
    {
        var program = new MixedIntegerProgram { Name = "a day" };
        foreach (var name in new[] { "power s0 t1", "power_s0_t1", "2nd", "e9", "free", "Straße", "" }) program.AddBinary(1, [], name);
        Assert.Equal(["power_s0_t1", "power_s0_t1__2", "x_2nd", "x_e9", "x_free", "Stra_e", "x_"], SafeNames.OfColumns(program.Linear));
    }

    [Fact]
    public void A_mutated_file_is_read_or_refused_with_its_line_and_never_breaks_the_reader()
    {
        var random = new Random(8);
        var texts = new[] { Small, Written(Awkward(1)), Written(RandomMixedPrograms.Packing(1, 6, 2)) };
        var count = TestScale.Pick(5_000, 100_000);
        var refused = 0;
        for (var k = 0; k < count; k++)
        {
            var text = Mutated(texts[k % texts.Length], random);
            try
            {
                _ = MpsReader.Read(new StringReader(text), "m.mps");
            }
            catch (MpsFormatException error)
            {
                refused++;
                Assert.StartsWith($"m.mps, line {error.Line}: ", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, count / 4, count);
    }

    [Fact]
    public void The_format_of_CPLEX_is_readable()
    {
        var writer = new StringWriter();
        LpWriter.Write(MpsReader.Read(new StringReader(Small)), writer);
        Assert.Equal(
            """
            \ small
            Minimize
             obj: - 3 n + 1.5 x
            Subject To
             room: + 2 n <= 10
             room__lower: + 2 n >= 6
             need: + 1 n >= 1
             same: + 1 x = 0.5
            Bounds
             0 <= n <= 7
             x free
            General
             n
            End

            """.Replace("\r", "", StringComparison.Ordinal),
            writer.ToString());
    }

    private static string Written(MixedIntegerProgram program)
    {
        var writer = new StringWriter();
        MpsWriter.Write(program, writer);
        return writer.ToString();
    }

    // Numbers with all their bits, every kind of bound, empty columns, rows without bounds.
    private static MixedIntegerProgram Awkward(int seed)
    {
        var random = new Random(seed);
        var program = new MixedIntegerProgram { Name = $"awkward-{seed}" };
        double number() => (random.NextDouble() - 0.4) * Math.Pow(10, random.Next(-9, 9));
        for (var i = 0; i < 5; i++)
        {
            var bound = number();
            program.Linear.AddRow(
                random.Next(3) == 0 ? double.NegativeInfinity : bound,
                random.Next(3) == 0 ? double.PositiveInfinity : random.Next(3) == 0 ? bound : Math.Max(bound, number()));
        }

        for (var j = 0; j < 8; j++)
        {
            (int, double)[] entries = [.. Enumerable.Range(0, 5).Where(_ => random.Next(3) == 0).Select(i => (i, number()))];
            var lower = random.Next(4) switch { 0 => double.NegativeInfinity, 1 => 0, _ => number() };
            var upper = random.Next(3) switch { 0 => double.PositiveInfinity, _ => Math.Max(double.IsFinite(lower) ? lower : 0, 0) + Math.Abs(number()) };
            var cost = random.Next(3) == 0 ? 0 : number();
            if (random.Next(2) == 0) program.AddInteger(cost, lower, upper, entries);
            else program.Linear.AddColumn(cost, lower, upper, entries);
        }

        return program;
    }

    private static string Mutated(string text, Random random)
    {
        var characters = text.ToList();
        for (var k = random.Next(1, 6); k > 0 && characters.Count > 0; k--)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(4))
            {
                case 0:
                    characters.RemoveAt(at);
                    break;
                case 1:
                    characters.Insert(at, "0123456789eE+-. \n\t'*NLG\0é\uffff"[random.Next(26)]);
                    break;
                case 2:
                    characters[at] = (char)random.Next(32, 127);
                    break;
                default:
                    characters.RemoveRange(at, Math.Min(random.Next(1, 40), characters.Count - at));
                    break;
            }
        }

        return string.Concat(characters);
    }
}
