using ControlPlane.Client.Output;

namespace ControlPlane.Host.Tests.Output;

public sealed class CsvTextTests
{
    [Fact]
    public void Fields_are_quoted_where_they_must_be_and_numbers_are_in_full()
    {
        var table = new Table("", [Column.Words("text", ""), new Column("number", ""), new Column("nothing", "")]);
        table.Add(Cell.Of("a,\"b\"\nc"), Cell.Of(1.0 / 3, 2), Cell.Of(double.NaN, 2));
        using var writer = new StringWriter { NewLine = "\n" };
        CsvText.Write(table, writer);
        Assert.Equal("text,number,nothing\n\"a,\"\"b\"\"\nc\",0.3333333333333333,\n", writer.ToString());
    }
}
