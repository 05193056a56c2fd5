using System.Globalization;
using System.Text;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>Writes CSV after RFC 4180: CRLF, fields quoted where they must be, numbers in full, nothing for NaN.</summary>
internal sealed class CsvTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public CsvTable(params IReadOnlyList<string> columns)
    {
        _columns = columns.Count;
        Add([.. columns]);
    }

    public void Add(params ReadOnlySpan<object> fields)
    {
        if (fields.Length != _columns)
            throw new ArgumentException($"{fields.Length} fields in a table of {_columns} columns.", nameof(fields));
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                _text.Append(',');
            _text.Append(Field(fields[i]));
        }
        _text.Append("\r\n");
    }

    public ReportFile ToFile(string name) => new(name, _text.ToString());

    private static string Field(object value) => value switch
    {
        double number => Number(number),
        float number => Number(number),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
