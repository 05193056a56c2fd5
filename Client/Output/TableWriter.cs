using ControlPlane.Client.Hosting;
using Spectre.Console;

namespace ControlPlane.Client.Output;

/// <summary>Draws tables: with lines and colours on a terminal, in aligned ASCII columns otherwise.</summary>
/// <param name="terminal">Where to write.</param>
internal sealed class TableWriter(Terminal terminal)
{
    private const string Gap = "  ";

    /// <summary>Writes a table with its title and notes.</summary>
    /// <param name="table">The table.</param>
    public void Write(Table table)
    {
        if (table.Title.Length > 0)
            WriteLine(terminal is { OutIsTerminal: true, Colour: true } ? $"\u001b[1m{table.Title}\u001b[0m" : table.Title);
        if (terminal.OutIsTerminal)
            WriteDrawn(table);
        else
            WritePlain(table);
        foreach (var note in table.Notes)
        {
            foreach (var line in TextWrap.Lines(note, terminal.Width))
                WriteLine(line);
        }
    }

    private void WriteDrawn(Table table)
    {
        var drawn = new Spectre.Console.Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        var showUnits = table.Columns.Any(c => c.Unit.Length > 0);
        foreach (var column in table.Columns)
        {
            var unit = showUnits ? $"\n[grey]{Markup.Escape(column.Unit)}[/]" : "";
            var header = new TableColumn($"[bold]{Markup.Escape(column.Title)}[/]{unit}") { NoWrap = column.IsNumber };
            drawn.AddColumn(column.IsNumber ? header.RightAligned() : header);
        }

        foreach (var row in table.Rows)
            drawn.AddRow([.. row.Select(MarkUp)]);
        terminal.OutConsole().Write(drawn);

        string MarkUp(Cell cell)
        {
            var text = Spectre.Console.Markup.Escape(terminal.Colour ? cell.Text : Starred(cell));
            return cell.Mark switch
            {
                CellMark.Best => $"[bold green]{text}[/]",
                CellMark.Good => $"[green]{text}[/]",
                CellMark.Bad => $"[red]{text}[/]",
                CellMark.Faint => $"[grey]{text}[/]",
                _ => text,
            };
        }
    }

    private void WritePlain(Table table)
    {
        List<string[]> lines = [[.. table.Columns.Select(c => c.Title)]];
        if (table.Columns.Any(c => c.Unit.Length > 0))
            lines.Add([.. table.Columns.Select(c => c.Unit)]);
        var headers = lines.Count;
        lines.AddRange(table.Rows.Select(row => row.Select(Starred).ToArray()));
        var widths = table.Columns.Select((_, k) => lines.Max(l => l[k].Length)).ToArray();
        lines.Insert(headers, [.. widths.Select(w => new string('-', w))]);
        foreach (var line in lines)
        {
            var cells = line.Select((text, k) => table.Columns[k].IsNumber ? text.PadLeft(widths[k]) : text.PadRight(widths[k]));
            WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }

    private static string Starred(Cell cell) => cell.Mark == CellMark.Best ? "*" + cell.Text : cell.Text;

    private void WriteLine(string text) => terminal.Out.WriteLine(text);
}
