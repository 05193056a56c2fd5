namespace ControlPlane.Planning.Linear;

/// <summary>
/// An immutable basis: the status of every column and of every row's activity. It may start a later solve of the same
/// programme, also after costs, bounds or coefficients changed and after rows or columns were added.
/// </summary>
public sealed class SimplexBasis
{
    private readonly VariableStatus[] _columns;
    private readonly VariableStatus[] _rows;

    internal SimplexBasis(ReadOnlySpan<VariableStatus> columns, ReadOnlySpan<VariableStatus> rows)
    {
        _columns = columns.ToArray();
        _rows = rows.ToArray();
    }

    /// <summary>Status of every column.</summary>
    public ReadOnlySpan<VariableStatus> Columns => _columns;

    /// <summary>Status of every row's activity; basic means that the row does not bind.</summary>
    public ReadOnlySpan<VariableStatus> Rows => _rows;
}
