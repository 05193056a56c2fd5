using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Output;

/// <summary>Writes the result of a command to stdout in the format asked for.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="format">For whom.</param>
internal sealed class DocumentWriter(Terminal terminal, OutputFormat format)
{
    /// <summary>Writes the result.</summary>
    /// <param name="document">The result.</param>
    public void Write(Document document)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(JsonText.Of(document.Json()));
                break;
            case OutputFormat.Csv:
                CsvText.Write(document.Csv(), terminal.Out);
                break;
            default:
                WriteText(document);
                break;
        }
    }

    private void WriteText(Document document)
    {
        WriteLines(document.Heading);
        var tables = new TableWriter(terminal);
        for (var i = 0; i < document.Tables.Count; i++)
        {
            if (i > 0 || document.Heading.Count > 0)
                terminal.Out.WriteLine();
            tables.Write(document.Tables[i]);
        }

        if (document.Closing.Count == 0)
            return;
        terminal.Out.WriteLine();
        WriteLines(document.Closing);
    }

    private void WriteLines(IReadOnlyList<string> lines)
    {
        foreach (var line in lines.SelectMany(l => TextWrap.Lines(l, terminal.Width)))
            terminal.Out.WriteLine(line);
    }
}
