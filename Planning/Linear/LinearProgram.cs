using System.Runtime.InteropServices;

namespace ControlPlane.Planning.Linear;

/// <summary>
/// A linear programme: minimise c'x subject to <c>rowLower &lt;= A x &lt;= rowUpper</c> and <c>lower &lt;= x &lt;= upper</c>.
/// Bounds may be infinite. The matrix is stored by column; rows are added before the columns that touch them.
/// Costs, bounds and existing coefficients can be changed between solves, which keeps a basis usable as a warm start.
/// </summary>
public sealed class LinearProgram
{
    private readonly List<double> _cost = [];
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<string?> _columnName = [];
    private readonly List<double> _rowLower = [];
    private readonly List<double> _rowUpper = [];
    private readonly List<string?> _rowName = [];
    private readonly List<int> _start = [0];
    private readonly List<int> _row = [];
    private readonly List<double> _coefficient = [];

    /// <summary>Number of rows.</summary>
    public int RowCount => _rowLower.Count;

    /// <summary>Number of columns (variables).</summary>
    public int ColumnCount => _cost.Count;

    /// <summary>Number of stored matrix entries, explicit zeros included.</summary>
    public int EntryCount => _row.Count;

    /// <summary>Cost of every column.</summary>
    public ReadOnlySpan<double> Costs => CollectionsMarshal.AsSpan(_cost);

    /// <summary>Lower bound of every column, -infinity where there is none.</summary>
    public ReadOnlySpan<double> ColumnLowers => CollectionsMarshal.AsSpan(_lower);

    /// <summary>Upper bound of every column, +infinity where there is none.</summary>
    public ReadOnlySpan<double> ColumnUppers => CollectionsMarshal.AsSpan(_upper);

    /// <summary>Lower bound of every row, -infinity where there is none.</summary>
    public ReadOnlySpan<double> RowLowers => CollectionsMarshal.AsSpan(_rowLower);

    /// <summary>Upper bound of every row, +infinity where there is none.</summary>
    public ReadOnlySpan<double> RowUppers => CollectionsMarshal.AsSpan(_rowUpper);

    /// <summary>Changes with every change of the matrix, so that a solver knows when to read it again.</summary>
    internal int MatrixVersion { get; private set; }

    /// <summary>Adds the row <c>lower &lt;= a'x &lt;= upper</c>, empty so far.</summary>
    /// <returns>The index of the row.</returns>
    /// <exception cref="ArgumentException">The bounds are NaN, crossed or infinite on the wrong side.</exception>
    public int AddRow(double lower, double upper, string? name = null)
    {
        CheckBounds(lower, upper, name ?? $"row {RowCount}");
        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        _rowName.Add(name);
        MatrixVersion++;
        return RowCount - 1;
    }

    /// <summary>Adds the row <c>a'x &lt;= rhs</c>.</summary>
    /// <returns>The index of the row.</returns>
    public int AddRowAtMost(double rhs, string? name = null) => AddRow(double.NegativeInfinity, rhs, name);

    /// <summary>Adds the row <c>a'x = rhs</c>.</summary>
    /// <returns>The index of the row.</returns>
    public int AddRowEqual(double rhs, string? name = null) => AddRow(rhs, rhs, name);

    /// <summary>Adds the row <c>a'x &gt;= rhs</c>.</summary>
    /// <returns>The index of the row.</returns>
    public int AddRowAtLeast(double rhs, string? name = null) => AddRow(rhs, double.PositiveInfinity, name);

    /// <summary>Adds a variable with its cost, bounds and entries; each entry names an existing row, no row twice.</summary>
    /// <returns>The index of the column.</returns>
    /// <exception cref="ArgumentException">A bound, the cost or a coefficient is not allowed, or a row is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An entry names a row that does not exist.</exception>
    public int AddColumn(
        double cost, double lower, double upper, ReadOnlySpan<(int Row, double Coefficient)> entries, string? name = null)
    {
        string label = name ?? $"column {ColumnCount}";
        CheckBounds(lower, upper, label);
        CheckFinite(cost, label, "cost");
        for (int k = 0; k < entries.Length; k++) CheckEntry(entries, k, label);

        foreach ((int row, double coefficient) in entries)
        {
            _row.Add(row);
            _coefficient.Add(coefficient);
        }

        _start.Add(_row.Count);
        _cost.Add(cost);
        _lower.Add(lower);
        _upper.Add(upper);
        _columnName.Add(name);
        MatrixVersion++;
        return ColumnCount - 1;
    }

    /// <summary>Replaces the cost of a column.</summary>
    /// <exception cref="ArgumentException">The cost is not finite.</exception>
    public void SetCost(int column, double cost)
    {
        CheckFinite(cost, ColumnName(column), "cost");
        _cost[column] = cost;
    }

    /// <summary>Replaces the bounds of a column.</summary>
    /// <exception cref="ArgumentException">The bounds are NaN, crossed or infinite on the wrong side.</exception>
    public void SetColumnBounds(int column, double lower, double upper)
    {
        CheckBounds(lower, upper, ColumnName(column));
        _lower[column] = lower;
        _upper[column] = upper;
    }

    /// <summary>Replaces the bounds of a row.</summary>
    /// <exception cref="ArgumentException">The bounds are NaN, crossed or infinite on the wrong side.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        CheckBounds(lower, upper, RowName(row));
        _rowLower[row] = lower;
        _rowUpper[row] = upper;
    }

    /// <summary>Replaces a coefficient that the column was added with (an explicit zero counts).</summary>
    /// <exception cref="ArgumentException">The value is not finite, or the column has no entry in that row.</exception>
    public void SetCoefficient(int column, int row, double coefficient)
    {
        CheckFinite(coefficient, ColumnName(column), "coefficient");
        int offset = ColumnRows(column).IndexOf(row);
        if (offset < 0)
            throw new ArgumentException($"{ColumnName(column)} has no entry in {RowName(row)}; add it with the column.", nameof(row));

        _coefficient[_start[column] + offset] = coefficient;
        MatrixVersion++;
    }

    /// <summary>The rows of a column's entries, in the order in which they were added.</summary>
    public ReadOnlySpan<int> ColumnRows(int column) =>
        CollectionsMarshal.AsSpan(_row)[_start[column].._start[column + 1]];

    /// <summary>The coefficients of a column's entries, in the order of <see cref="ColumnRows"/>.</summary>
    public ReadOnlySpan<double> ColumnCoefficients(int column) =>
        CollectionsMarshal.AsSpan(_coefficient)[_start[column].._start[column + 1]];

    /// <summary>The name of a row, or "row i" when it has none.</summary>
    public string RowName(int row) => _rowName[row] ?? $"row {row}";

    /// <summary>The name of a column, or "column j" when it has none.</summary>
    public string ColumnName(int column) => _columnName[column] ?? $"column {column}";

    private void CheckEntry(ReadOnlySpan<(int Row, double Coefficient)> entries, int k, string label)
    {
        (int row, double coefficient) = entries[k];
        if ((uint)row >= (uint)RowCount)
            throw new ArgumentOutOfRangeException(nameof(entries), row, $"{label}: rows run from 0 to {RowCount - 1}.");

        CheckFinite(coefficient, label, "coefficient");
        for (int earlier = 0; earlier < k; earlier++)
        {
            if (entries[earlier].Row == row)
                throw new ArgumentException($"{label}: two entries in {RowName(row)}.", nameof(entries));
        }
    }

    private static void CheckBounds(double lower, double upper, string label)
    {
        // The negated comparison also catches NaN.
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException($"{label}: bounds [{lower}, {upper}] need lower <= upper, lower < +inf, upper > -inf.", nameof(lower));
    }

    private static void CheckFinite(double value, string label, string what)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{label}: the {what} is {value}, it must be finite.", nameof(value));
    }
}
