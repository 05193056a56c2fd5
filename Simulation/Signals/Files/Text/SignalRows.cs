using System.Globalization;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Scenarios.Files;
using CsvHelper;

namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>The lines of a table, one after the other; the first ones can be looked at before they are read.</summary>
internal sealed class SignalRows : IDisposable
{
    /// <summary>How many lines can be looked at beforehand: NREL's header is the third.</summary>
    public const int HeadLines = 3;

    private const int MaxRows = 100_000_000;
    private static readonly string[] MissingTexts = ["", "NA", "N/A", "NaN", "null", "-", "--"];
    private readonly CsvReader _csv;
    private readonly Queue<(string[] Fields, int Line)> _head = [];
    private string[]? _fields;
    private int _rows;

    /// <summary>Opens a table.</summary>
    /// <param name="text">The text; it stays open.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="isQuoted">Whether fields may be in quotes; else quotes are ordinary characters.</param>
    public SignalRows(TextReader text, string file, char separator, bool isQuoted)
    {
        File = file;
        _csv = CsvReader.Create(
            text,
            new CsvReaderOptions
            {
                Separator = separator,
                Mode = isQuoted ? CsvMode.Rfc4180 : CsvMode.NoEscape,
                HasHeader = false,
                DetectSeparatorHint = false,
                AllowLineBreaksInQuotes = false,
                SkipEmptyLines = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                MaxRecordSize = 65_536,
                TrackLineNumbers = true,
                PoolStrings = true,
                FormatProvider = CultureInfo.InvariantCulture,
            },
            leaveOpen: true);
        for (var i = 0; i < HeadLines && Advance(); i++)
            _head.Enqueue((_csv.Current.ToArray(), Line));
    }

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    /// <summary>The first lines, as far as they were not read yet.</summary>
    public IReadOnlyList<string[]> Head => [.. _head.Select(h => h.Fields)];

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Number of fields of the line.</summary>
    public int FieldCount => _fields?.Length ?? _csv.FieldCount;

    /// <summary>Goes to the next line.</summary>
    /// <exception cref="ScenarioException">It is no line of a table.</exception>
    public bool Next()
    {
        _fields = null;
        if (_head.TryDequeue(out var head))
        {
            (_fields, Line) = head;
            return true;
        }

        return Advance();
    }

    /// <summary>A field.</summary>
    public ReadOnlySpan<char> Span(int index) => _fields is { } fields ? fields[index].AsSpan() : _csv.GetString(index).AsSpan();

    /// <summary>A field as a text of its own, without outer blanks.</summary>
    public string Text(Column column) => Span(column.Index).Trim().ToString();

    /// <summary>The line must have as many fields as the header.</summary>
    /// <param name="columns">Number of columns of the header.</param>
    public void MustHave(int columns)
    {
        if (FieldCount != columns)
            throw Problem("", $"the line has {FieldCount} fields, the header {columns}");
    }

    /// <summary>A number in the unit of its quantity; null where the file has none.</summary>
    public double? Value(Column column, FileUnit unit)
    {
        var text = Span(column.Index).Trim();
        if (IsMissing(text))
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !(unit.Convert(number) is var value && value >= unit.Quantity.Least() && value <= unit.Quantity.Greatest()))
            throw Wrong(column, $"a number in {unit.Range}");
        return value;
    }

    /// <summary>A number in a range.</summary>
    public double Number(Column column, double least, double most) =>
        double.TryParse(Span(column.Index).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(column, $"a number in [{least}, {most}]");

    /// <summary>A whole number.</summary>
    public int Whole(Column column, int least, int most)
    {
        if (!int.TryParse(Span(column.Index).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            throw Wrong(column, $"a whole number in [{least}, {most}]");
        return number;
    }

    /// <summary>A time that is UTC where it has no offset.</summary>
    public DateTimeOffset Utc(Column column) => At(column, TimeSpan.Zero);

    /// <summary>A time that has this offset where it states none.</summary>
    public DateTimeOffset At(Column column, TimeSpan offset) =>
        TimeText.TryAt(Span(column.Index), offset, out var utc) ? utc : throw Wrong(column, TimeText.IsoAllowed);

    /// <summary>A time of a wall clock.</summary>
    public DateTime Local(Column column, string[] formats) =>
        TimeText.TryLocal(Span(column.Index), formats, out var local) ? local : throw Wrong(column, $"a time like {string.Join(" or ", formats)} in the years 1970 to 2199");

    /// <summary>Whether a text says that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text)
    {
        foreach (var missing in MissingTexts)
        {
            if (text.Equals(missing, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>A field is not what it must be.</summary>
    public ScenarioException Wrong(Column column, string allowed) => Problem(column.Name, $"must be {allowed}, not {Shown.Quote(Span(column.Index).ToString())}");

    /// <summary>Something is wrong in this line.</summary>
    public ScenarioException Problem(string field, string message, Exception? inner = null) => new(new ScenarioProblem(File, Line, 0, field, message), inner);

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private bool Advance()
    {
        try
        {
            if (!_csv.Read())
                return false;
        }
        catch (CsvFormatException e)
        {
            Line = Math.Max(Line, (int)Math.Clamp(Math.Max(e.LineNumber, _csv.LineNumber), 1, int.MaxValue));
            throw Problem("", $"not a line of values: {e.Message}", e);
        }

        Line = (int)Math.Clamp(_csv.LineNumber, 1, int.MaxValue);
        return ++_rows <= MaxRows ? true : throw Problem("", $"more than {MaxRows} lines");
    }
}
