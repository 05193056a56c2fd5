namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="HeatMap"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="Rows">Row labels, from top to bottom.</param>
/// <param name="Columns">Column labels, from left to right.</param>
/// <param name="Values">Values by row, then by column: 0 or more; NaN is missing and is hatched.</param>
public sealed record HeatMapData(string Title, string Description, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>How values are written: shares as whole percents, numbers with two significant digits.</summary>
    public ValueFormat Format { get; init; } = ValueFormat.Percent;

    /// <summary>The value of the darkest colour (above 0), or null for the largest value.</summary>
    public double? Full { get; init; }

    /// <summary>What the values are: "share of jobs"; stands at the colour key.</summary>
    public string ValueLabel { get; init; } = "";

    /// <summary>What the columns are: "data centre"; stands above them.</summary>
    public string ColumnLabel { get; init; } = "";

    /// <exception cref="ArgumentException">The shape is wrong or a value is negative or infinite; the message names row and column.</exception>
    internal void Check()
    {
        if (Values.Count != Rows.Count) throw new ArgumentException($"Heat map '{Title}': {Rows.Count} row labels but {Values.Count} rows of values.");
        if (Full is { } full && !(full > 0 && double.IsFinite(full))) throw new ArgumentException($"Heat map '{Title}': Full = {full:R} must be above 0.");
        for (var row = 0; row < Rows.Count; row++)
        {
            if (Values[row].Count != Columns.Count)
                throw new ArgumentException($"Heat map '{Title}', row '{Rows[row]}': {Columns.Count} column labels but {Values[row].Count} values.");
            for (var column = 0; column < Columns.Count; column++)
            {
                if (Values[row][column] < 0 || double.IsInfinity(Values[row][column]))
                    throw new ArgumentException($"Heat map '{Title}', row '{Rows[row]}', column '{Columns[column]}': {Values[row][column]:R} must be finite and 0 or more.");
            }
        }
    }
}
