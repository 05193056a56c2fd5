using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Output;

/// <summary>Draws tables: fitted to a terminal and with colours there, in aligned ASCII columns of any width otherwise.</summary>
/// <param name="terminal">Where to write.</param>
internal sealed class TableWriter(Terminal terminal)
{
    private const string Gap = "  ";
    private readonly bool _styled = terminal is { OutIsTerminal: true, Colour: true };

    /// <summary>Writes a table with its title and notes.</summary>
    /// <param name="table">The table.</param>
    public void Write(Table table)
    {
        if (table.Title.Length > 0)
            terminal.Out.WriteLine(Styled(table.Title, "1"));
        var layout = new TableLayout(table, terminal.OutIsTerminal ? terminal.Width : int.MaxValue, Text);
        for (var i = 0; i < layout.Blocks.Count; i++)
        {
            if (i > 0)
                terminal.Out.WriteLine();
            WriteBlock(table, layout, layout.Blocks[i]);
        }

        foreach (var line in table.Notes.SelectMany(n => TextWrap.Lines(n, terminal.Width)))
            terminal.Out.WriteLine(Styled(line, "2"));
    }

    private void WriteBlock(Table table, TableLayout layout, IReadOnlyList<int> columns)
    {
        var headings = columns.Select(layout.Heading).ToArray();
        var height = headings.Max(h => h.Count);
        for (var line = 0; line < height; line++)
        {
            // Headings stand on the rule: short ones begin further down.
            WriteLine(columns.Select((k, i) => line - height + headings[i].Count is >= 0 and var part ? Padded(headings[i][part], k, "1") : Padded("", k, null)));
        }

        var rule = terminal.OutIsTerminal ? '\u2500' : '-';
        WriteLine(columns.Select(k => Styled(new string(rule, layout.Width(k)), "2")));
        foreach (var row in table.Rows)
            WriteRow(row);

        void WriteRow(IReadOnlyList<Cell> row)
        {
            var texts = columns.Select(k => TextWrapOf(Text(row[k]), layout.Width(k))).ToArray();
            for (var line = 0; line < texts.Max(t => t.Count); line++)
                WriteLine(columns.Select((k, i) => Padded(line < texts[i].Count ? texts[i][line] : "", k, Code(row[k].Mark))));
        }

        string Padded(string text, int column, string? code)
        {
            var width = layout.Width(column);
            return Styled(table.Columns[column].IsNumber ? text.PadLeft(width) : text.PadRight(width), code);
        }
    }

    private static IReadOnlyList<string> TextWrapOf(string text, int width) => text.Length <= width ? [text] : TextWrap.Lines(text, width);

    private static string? Code(CellMark mark) => mark switch
    {
        CellMark.Best => "1;32",
        CellMark.Good => "32",
        CellMark.Bad => "31",
        CellMark.Faint => "2",
        _ => null,
    };

    // Without colours a star marks the best.
    private string Text(Cell cell) => cell.Mark == CellMark.Best && !_styled ? "*" + cell.Text : cell.Text;

    private string Styled(string text, string? code) => _styled && code is not null && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;

    private void WriteLine(IEnumerable<string> cells) => terminal.Out.WriteLine(string.Join(Gap, cells).TrimEnd());
}
