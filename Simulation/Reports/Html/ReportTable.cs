namespace ControlPlane.Simulation.Reports.Html;

/// <summary>A table with aligned numbers; sortable where the browser runs the page's script.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with one cell per column.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>The relative path of the CSV file with the same figures in full precision, or empty.</summary>
    public string CsvFile { get; init; } = "";

    /// <exception cref="ArgumentException">A row has the wrong number of cells.</exception>
    internal void Check()
    {
        for (var row = 0; row < Rows.Count; row++)
        {
            if (Rows[row].Count != Columns.Count)
                throw new ArgumentException($"Table '{Caption}', row {row + 1}: {Columns.Count} columns but {Rows[row].Count} cells.");
        }
        if (CsvFile.Length > 0) RelativeLink.Check(CsvFile);
    }
}
