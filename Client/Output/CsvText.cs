namespace ControlPlane.Client.Output;

/// <summary>Writes tables as RFC 4180 CSV: numbers in full, nothing for what does not exist.</summary>
internal static class CsvText
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Table table, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', table.Columns.Select(c => Field(c.Name))));
        foreach (var row in table.Rows)
            writer.WriteLine(string.Join(',', row.Select(c => Field(Text(c.Value)))));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R"),
        _ => value.ToString() ?? "",
    };

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
