namespace ControlPlane.Client.Output;

/// <summary>
/// Fits a table into a width: first by wrapping the last column if it holds words, then by breaking headings between words, at last by laying the
/// columns out in blocks one below the other, each with the leading words columns. Numbers are never broken.
/// </summary>
internal sealed class TableLayout
{
    private const int Gap = 2;
    private const int LeastWrapped = 24;
    private const int MostFrozen = 2;
    private readonly Table _table;
    private readonly Func<Cell, string> _text;
    private readonly int[] _widths;

    /// <summary>Lays a table out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Most characters of a line.</param>
    /// <param name="text">Text of a cell.</param>
    public TableLayout(Table table, int width, Func<Cell, string> text)
    {
        _table = table;
        _text = text;
        _widths = Measure();
        WrapLast(width);
        if (Total(Indices) > width)
        {
            SplitsHeadings = true;
            _widths = Measure();
            WrapLast(width);
        }

        Blocks = Total(Indices) <= width ? [Indices] : Cut(width);
    }

    /// <summary>The column indices of each block.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Blocks { get; }

    /// <summary>Whether headings are broken between words.</summary>
    public bool SplitsHeadings { get; }

    private int[] Indices => [.. Enumerable.Range(0, _table.Columns.Count)];

    /// <summary>Width of a column.</summary>
    /// <param name="column">Its index.</param>
    public int Width(int column) => _widths[column];

    /// <summary>The heading of a column, top to bottom, its unit last.</summary>
    /// <param name="column">Its index.</param>
    public IReadOnlyList<string> Heading(int column)
    {
        var (title, unit) = (_table.Columns[column].Title, _table.Columns[column].Unit);
        List<string> lines = SplitsHeadings ? [.. title.Split(' ')] : [title];
        if (_table.Columns.Any(c => c.Unit.Length > 0))
            lines.Add(unit);
        return lines;
    }

    private int[] Measure() =>
        [.. Indices.Select(k => Heading(k).Select(h => h.Length).Concat(_table.Rows.Select(r => _text(r[k]).Length)).Max())];

    private int Total(IEnumerable<int> columns) => columns.Sum(k => _widths[k] + Gap) - Gap;

    private void WrapLast(int width)
    {
        var last = _table.Columns.Count - 1;
        var room = width - Total(Indices) + _widths[last];
        if (!_table.Columns[last].IsNumber && room >= LeastWrapped && room < _widths[last])
            _widths[last] = room;
    }

    private List<IReadOnlyList<int>> Cut(int width)
    {
        int[] frozen = [.. Indices.TakeWhile(k => !_table.Columns[k].IsNumber).Take(MostFrozen)];
        var blocks = new List<IReadOnlyList<int>>();
        List<int> block = [.. frozen];
        foreach (var column in Indices.Skip(frozen.Length))
        {
            if (block.Count > frozen.Length && Total([.. block, column]) > width)
            {
                blocks.Add(block);
                block = [.. frozen];
            }

            block.Add(column);
        }

        blocks.Add(block);
        return blocks;
    }
}
