namespace ControlPlane.Client.Output;

/// <summary>A table for people and programs alike.</summary>
/// <param name="Title">What it shows; empty if the text around it says so.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record Table(string Title, IReadOnlyList<Column> Columns)
{
    private readonly List<IReadOnlyList<Cell>> _rows = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => _rows;

    /// <summary>What the marks mean and what to keep in mind, under the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell a column.</param>
    public void Add(params IReadOnlyList<Cell> cells)
    {
        if (cells.Count != Columns.Count)
            throw new ArgumentException($"A row of '{Title}' has {cells.Count} cells, the table {Columns.Count} columns.", nameof(cells));
        _rows.Add(cells);
    }
}
