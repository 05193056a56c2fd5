using System.Globalization;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>A programme while its MPS file is read: line by line in, a <see cref="MixedIntegerProgram"/> out.</summary>
internal sealed class MpsDraft(string source)
{
    // What solvers write for no bound.
    private const double Infinite = 1e30;
    private const int ObjectiveRow = -1;

    private readonly List<MpsDraftRow> _rows = [];
    private readonly List<MpsDraftColumn> _columns = [];
    private readonly Dictionary<string, int> _rowIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columnIndex = new(StringComparer.Ordinal);
    private bool _isInteger;
    private bool _hasObjective;
    private double? _objectiveConstant;

    public int Line { get; set; }

    public string Name { get; set; } = "";

    public MpsFormatException Error(string problem) => new(source, Line, problem);

    public void Sense(string sense)
    {
        if (sense.ToUpperInvariant() is not ("MIN" or "MINIMIZE" or "MINIMISE"))
            throw Error($"OBJSENSE is '{sense}'; only MIN is read: change the signs of the objective");
    }

    public void Row(string[] fields)
    {
        if (fields.Length != 2) throw Error("a row is a sense and a name");
        var sense = fields[0].Length == 1 ? char.ToUpperInvariant(fields[0][0]) : ' ';
        if (sense is not ('N' or 'E' or 'G' or 'L')) throw Error($"the sense of row '{fields[1]}' is '{fields[0]}'; it must be N, E, G or L");
        var isObjective = sense == 'N' && !_hasObjective;
        if (!_rowIndex.TryAdd(fields[1], isObjective ? ObjectiveRow : _rows.Count)) throw Error($"row '{fields[1]}' comes twice");
        if (isObjective) _hasObjective = true;
        else _rows.Add(new MpsDraftRow(fields[1], sense));
    }

    public void Column(string[] fields)
    {
        if (fields.Length == 3 && fields[1] == "'MARKER'")
        {
            _isInteger = Marker(fields[2]);
            return;
        }

        if (fields.Length is not (3 or 5)) throw Error("a line of COLUMNS is a column and one or two pairs of row and number");
        if (!_columnIndex.TryGetValue(fields[0], out var index))
        {
            _columnIndex.Add(fields[0], index = _columns.Count);
            _columns.Add(new MpsDraftColumn(fields[0], _isInteger));
        }

        for (var k = 1; k < fields.Length; k += 2) Entry(_columns[index], fields[k], Finite(fields[k + 1]));
    }

    public void RightHandSides(string[] fields)
    {
        foreach (var (row, value) in Pairs(fields))
        {
            if (row is null)
            {
                if (_objectiveConstant is not null) throw Error("the objective has two right-hand sides");
                _objectiveConstant = -value;
            }
            else
            {
                if (row.RightHandSide is not null) throw Error($"row '{row.Name}' has two right-hand sides");
                row.RightHandSide = value;
            }
        }
    }

    public void Ranges(string[] fields)
    {
        foreach (var (row, value) in Pairs(fields))
        {
            if (row is null or { Sense: 'N' }) throw Error("a row of sense N has no range");
            if (row.Range is not null) throw Error($"row '{row.Name}' has two ranges");
            row.Range = value;
        }
    }

    public void Bound(string[] fields)
    {
        var kind = fields[0].ToUpperInvariant();
        var hasValue = kind is "UP" or "LO" or "FX" or "LI" or "UI";
        if (!hasValue && kind is not ("FR" or "MI" or "PL" or "BV")) throw Error($"a bound of kind '{fields[0]}'; it must be LO, UP, FX, FR, MI, PL, BV, LI or UI");

        // The name of the set of bounds may be left out.
        var least = hasValue ? 3 : 2;
        if (fields.Length != least && fields.Length != least + 1 && (hasValue || fields.Length != 4)) throw Error($"a bound of kind {kind} is a set, a column{(hasValue ? " and a number" : "")}");
        var at = fields.Length == least ? 1 : 2;
        if (!_columnIndex.TryGetValue(fields[at], out var index)) throw Error($"there is no column '{fields[at]}'");
        Apply(_columns[index], kind, hasValue ? Parse(fields[at + 1]) : 0);
        _columns[index].BoundLine = Line;
    }

    /// <summary>The programme; call it when the text ended.</summary>
    public MixedIntegerProgram Build()
    {
        if (!_hasObjective) throw Error("there is no objective: a row of sense N");
        var program = new MixedIntegerProgram { Name = Name };
        foreach (var row in _rows)
        {
            var (lower, upper) = row.AsRange.Bounds();
            program.Linear.AddRow(lower, upper, row.Name);
        }

        foreach (var column in _columns) Add(program, column);
        if (_objectiveConstant is { } constant) program.Linear.AddColumn(constant, 1, 1, [], "objective constant");
        return program;
    }

    private void Add(MixedIntegerProgram program, MpsDraftColumn column)
    {
        if (!(column.Lower <= column.Upper) || double.IsPositiveInfinity(column.Lower) || double.IsNegativeInfinity(column.Upper))
        {
            Line = column.BoundLine;
            throw Error($"the bounds of column '{column.Name}' are [{MpsWriter.Number(column.Lower)}, {MpsWriter.Number(column.Upper)}]; the lower one must not be above the upper");
        }

        var entries = column.Entries.ToArray();
        if (column.IsInteger) program.AddInteger(column.Cost ?? 0, column.Lower, column.Upper, entries, column.Name);
        else program.Linear.AddColumn(column.Cost ?? 0, column.Lower, column.Upper, entries, column.Name);
    }

    private void Apply(MpsDraftColumn column, string kind, double value)
    {
        if (kind is "BV" or "LI" or "UI") column.IsInteger = true;
        switch (kind)
        {
            case "UP" or "UI":
                column.Upper = value;
                break;
            case "LO" or "LI":
                column.Lower = value;
                break;
            case "FX":
                if (double.IsInfinity(value)) throw Error($"column '{column.Name}' is fixed at {MpsWriter.Number(value)}; it must be finite");
                (column.Lower, column.Upper) = (value, value);
                break;
            case "FR":
                (column.Lower, column.Upper) = (double.NegativeInfinity, double.PositiveInfinity);
                break;
            case "MI":
                column.Lower = double.NegativeInfinity;
                break;
            case "PL":
                column.Upper = double.PositiveInfinity;
                break;
            default:
                (column.Lower, column.Upper) = (0, 1);
                break;
        }
    }

    private void Entry(MpsDraftColumn column, string row, double value)
    {
        var index = RowIndex(row);
        var isNew = index == ObjectiveRow ? column.Cost is null : column.Add(index, value);
        if (!isNew) throw Error($"column '{column.Name}' has two entries in row '{row}'");
        if (index == ObjectiveRow) column.Cost = value;
    }

    // The name of the set of right-hand sides or ranges may be left out: then the number of fields is even.
    private IEnumerable<(MpsDraftRow? Row, double Value)> Pairs(string[] fields)
    {
        if (fields.Length is < 2 or > 5) throw Error("a line is the name of a set and one or two pairs of row and number");
        for (var k = fields.Length % 2; k < fields.Length; k += 2)
        {
            var index = RowIndex(fields[k]);
            yield return (index == ObjectiveRow ? null : _rows[index], Finite(fields[k + 1]));
        }
    }

    private int RowIndex(string row) => _rowIndex.TryGetValue(row, out var index) ? index : throw Error($"there is no row '{row}'");

    private bool Marker(string kind) => kind switch
    {
        "'INTORG'" => true,
        "'INTEND'" => false,
        _ => throw Error($"a marker {kind}; it must be 'INTORG' or 'INTEND', in quotes"),
    };

    private double Finite(string text) => Parse(text) is var value && double.IsFinite(value) ? value : throw Error($"'{text}' must be finite");

    private double Parse(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsNaN(value)) throw Error($"'{text}' is not a number");
        if (Math.Abs(value) >= Infinite) return value > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        return value;
    }
}
