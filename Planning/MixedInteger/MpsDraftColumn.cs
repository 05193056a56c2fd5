namespace ControlPlane.Planning.MixedInteger;

/// <summary>A column as far as an MPS file has told of it.</summary>
internal sealed class MpsDraftColumn(string name, bool isInteger)
{
    private readonly HashSet<int> _rows = [];

    public string Name => name;

    public bool IsInteger { get; set; } = isInteger;

    public double? Cost { get; set; }

    public double Lower { get; set; }

    public double Upper { get; set; } = double.PositiveInfinity;

    /// <summary>The line of the last bound.</summary>
    public int BoundLine { get; set; }

    public List<(int Row, double Coefficient)> Entries { get; } = [];

    /// <summary>Adds an entry; false when the row has one already.</summary>
    public bool Add(int row, double coefficient)
    {
        if (!_rows.Add(row)) return false;
        Entries.Add((row, coefficient));
        return true;
    }
}
