using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// A mixed-integer linear programme: minimise c'x subject to the rows and bounds of a <see cref="LinearProgram"/>, with some of its columns whole numbers.
/// </summary>
public sealed class MixedIntegerProgram
{
    private readonly List<bool> _isInteger = [];

    /// <summary>What the programme is called, in files and messages.</summary>
    public string Name { get; init; } = "program";

    /// <summary>Rows, columns, costs and bounds; without integrality it is the relaxation. Columns are added here or by <see cref="AddInteger"/>.</summary>
    public LinearProgram Linear { get; } = new();

    /// <summary>Number of columns that are whole numbers.</summary>
    public int IntegerCount { get; private set; }

    /// <summary>Whether a column is a whole number.</summary>
    /// <param name="column">The column, 0 to <see cref="LinearProgram.ColumnCount"/> - 1.</param>
    public bool IsInteger(int column) => column < _isInteger.Count && _isInteger[column];

    /// <summary>Adds a column that is a whole number.</summary>
    /// <param name="cost">Cost of a unit.</param>
    /// <param name="lower">Lower bound.</param>
    /// <param name="upper">Upper bound.</param>
    /// <param name="entries">Rows and coefficients, no row twice.</param>
    /// <param name="name">Name of the column.</param>
    /// <returns>The index of the column.</returns>
    /// <exception cref="ArgumentException">As of <see cref="LinearProgram.AddColumn"/>.</exception>
    public int AddInteger(double cost, double lower, double upper, ReadOnlySpan<(int Row, double Coefficient)> entries, string? name = null)
    {
        var column = Linear.AddColumn(cost, lower, upper, entries, name);
        while (_isInteger.Count < column)
            _isInteger.Add(false);
        _isInteger.Add(true);
        IntegerCount++;
        return column;
    }

    /// <summary>Adds a column that is 0 or 1.</summary>
    /// <param name="cost">Cost of 1.</param>
    /// <param name="entries">Rows and coefficients, no row twice.</param>
    /// <param name="name">Name of the column.</param>
    /// <returns>The index of the column.</returns>
    public int AddBinary(double cost, ReadOnlySpan<(int Row, double Coefficient)> entries, string? name = null) => AddInteger(cost, 0, 1, entries, name);
}
