namespace ControlPlane.Planning.Linear;

/// <summary>
/// Where the structural columns of a basis have entries in rows not pivoted yet. Its counts find the singletons, which is most of
/// a typical basis: they are eliminated without any fill.
/// </summary>
internal sealed class BasisPattern
{
    private int[] _rowStart = new int[1];
    private int[] _rowSlot = new int[256];

    /// <summary>Number of structural columns, called slots here.</summary>
    public int Count { get; private set; }

    /// <summary>The variable of a slot.</summary>
    public int[] Variable { get; private set; } = [];

    /// <summary>Whether a slot's column has been given its pivot.</summary>
    public bool[] Done { get; private set; } = [];

    /// <summary>Entries of a slot's column in rows without a pivot, while column singletons are sought.</summary>
    public int[] ColumnActive { get; private set; } = [];

    /// <summary>Entries of a row in columns without a pivot, from <see cref="CountRows"/> on.</summary>
    public int[] RowActive { get; private set; } = [];

    /// <summary>Lists the structural columns of a basis and their entries in rows whose step is negative.</summary>
    public void Build(ScaledProgram program, int[] head, int[] stepOfRow)
    {
        int m = program.RowCount;
        if (Variable.Length < m)
        {
            (Variable, Done, ColumnActive, RowActive) = (new int[m], new bool[m], new int[m], new int[m]);
            _rowStart = new int[m + 1];
        }

        Count = 0;
        foreach (int variable in head)
        {
            if (variable < program.ColumnCount) Variable[Count++] = variable;
        }

        Array.Clear(Done);
        CountColumns(program, stepOfRow);
        ListRows(program, stepOfRow);
    }

    /// <summary>The slots with an entry in a row.</summary>
    public ReadOnlySpan<int> Slots(int row) => _rowSlot.AsSpan(_rowStart[row], _rowStart[row + 1] - _rowStart[row]);

    /// <summary>Counts, per row, the entries in columns that have no pivot yet.</summary>
    public void CountRows(int rowCount)
    {
        for (int i = 0; i < rowCount; i++)
        {
            int active = 0;
            foreach (int slot in Slots(i))
            {
                if (!Done[slot]) active++;
            }

            RowActive[i] = active;
        }
    }

    private void CountColumns(ScaledProgram program, int[] stepOfRow)
    {
        Array.Clear(_rowStart);
        for (int slot = 0; slot < Count; slot++)
        {
            int active = 0;
            for (int k = program.ColumnStart[Variable[slot]]; k < program.ColumnStart[Variable[slot] + 1]; k++)
            {
                int row = program.RowIndex[k];
                if (stepOfRow[row] >= 0) continue;
                active++;
                _rowStart[row + 1]++;
            }

            ColumnActive[slot] = active;
        }
    }

    private void ListRows(ScaledProgram program, int[] stepOfRow)
    {
        int m = program.RowCount;
        for (int i = 0; i < m; i++) _rowStart[i + 1] += _rowStart[i];
        if (_rowSlot.Length < _rowStart[m]) _rowSlot = new int[2 * _rowStart[m]];

        // RowActive is free until CountRows: it holds the write positions here.
        Array.Copy(_rowStart, RowActive, m);
        for (int slot = 0; slot < Count; slot++)
        {
            for (int k = program.ColumnStart[Variable[slot]]; k < program.ColumnStart[Variable[slot] + 1]; k++)
            {
                int row = program.RowIndex[k];
                if (stepOfRow[row] < 0) _rowSlot[RowActive[row]++] = slot;
            }
        }
    }
}
