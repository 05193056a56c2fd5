using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;

namespace ControlPlane.Host.Tests.Output;

public sealed class TableLayoutTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(40)]
    [InlineData(25)]
    public void A_table_on_a_terminal_never_exceeds_its_width_and_keeps_every_number(int width)
    {
        var table = new Table("", [Column.Words("name", "name"), .. Enumerable.Range(0, 6).Select(k => new Column($"c{k}", $"long heading {k}", "unit"))]);
        table.Add([Cell.Of("alpha"), .. Enumerable.Range(0, 6).Select(k => Cell.Of(10_000 + k))]);
        var lines = Draw(table, width);
        Assert.All(lines, l => Assert.True(l.Length <= width, $"'{l}' is longer than {width}"));
        Assert.All(Enumerable.Range(0, 6), k => Assert.Contains(lines, l => l.Contains($"{10_000 + k}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Columns_that_do_not_fit_go_into_blocks_that_repeat_the_name()
    {
        var table = new Table("", [Column.Words("name", "name"), .. Enumerable.Range(0, 6).Select(k => new Column($"c{k}", $"h{k}"))]);
        table.Add([Cell.Of("alpha"), .. Enumerable.Range(0, 6).Select(k => Cell.Of(10_000 + k))]);
        var values = Draw(table, 25).Where(l => l.Contains("1000", StringComparison.Ordinal)).ToList();
        Assert.True(values.Count > 1);
        Assert.All(values, l => Assert.StartsWith("alpha  ", l, StringComparison.Ordinal));
    }

    [Fact]
    public void A_last_column_of_words_is_wrapped_between_words()
    {
        var table = new Table("", [Column.Words("name", "name"), Column.Words("text", "text")]);
        table.Add(Cell.Of("alpha"), Cell.Of("one two three four five six seven eight nine ten"));
        var lines = Draw(table, 40);
        Assert.Equal(["alpha  one two three four five six seven", "       eight nine ten"], lines[^2..]);
    }

    [Fact]
    public void Redirected_tables_are_ascii_and_as_wide_as_they_need()
    {
        var table = new Table("title", [Column.Words("name", "name"), .. Enumerable.Range(0, 30).Select(k => new Column($"c{k}", $"heading {k}"))]);
        table.Add([Cell.Of("alpha"), .. Enumerable.Range(0, 30).Select(k => Cell.Of(k * 1.5, 2, CellMark.Best))]);
        using var writer = new StringWriter { NewLine = "\n" };
        new TableWriter(new Terminal { Out = writer, Error = writer }).Write(table);
        var text = writer.ToString();
        Assert.True(text.All(c => c < 128), "only ASCII");
        Assert.Equal(4, text.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void The_best_is_starred_without_colours_and_green_with_them()
    {
        var table = new Table("", [new Column("c", "c")]);
        table.Add(Cell.Of(1.5, 1, CellMark.Best));
        Assert.Equal("*1.5", Draw(table, 40)[^1]);
        using var writer = new StringWriter { NewLine = "\n" };
        new TableWriter(new Terminal { Out = writer, Error = writer, OutIsTerminal = true, Colour = true }).Write(table);
        Assert.Contains("\u001b[1;32m1.5\u001b[0m", writer.ToString(), StringComparison.Ordinal);
    }

    private static string[] Draw(Table table, int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new TableWriter(new Terminal { Out = writer, Error = writer, OutIsTerminal = true, Width = width }).Write(table);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
