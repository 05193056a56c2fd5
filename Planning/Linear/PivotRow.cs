namespace ControlPlane.Planning.Linear;

/// <summary>The row of the tableau at one basis position, for the nonbasic variables.</summary>
internal sealed class PivotRow
{
    private const double NoiseTolerance = 1e-13;

    /// <summary>Share of the matrix from which on inner products by column are cheaper than scattering by row.</summary>
    private const double DenseShare = 0.4;

    private readonly SimplexState _state;
    private int[] _index = [];
    private bool[] _marked = [];
    private int _count;

    public PivotRow(SimplexState state) => _state = state;

    /// <summary>Row entry by variable; zero outside <see cref="Indices"/>.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>The inverse basis' row: B' rho = e at the position.</summary>
    public double[] Rho { get; private set; } = [];

    /// <summary>The nonbasic variables with an entry, in no particular order.</summary>
    public ReadOnlySpan<int> Indices => _index.AsSpan(0, _count);

    /// <summary>Sizes the buffers for the programme at hand.</summary>
    public void Reset()
    {
        int total = _state.TotalCount;
        if (Values.Length != total) (Values, _index, _marked) = (new double[total], new int[total], new bool[total]);
        if (Rho.Length != _state.RowCount) Rho = new double[_state.RowCount];
        Array.Clear(Values);
        _count = 0;
    }

    /// <summary>Computes the row at a basis position.</summary>
    public void Compute(int position)
    {
        foreach (int j in Indices) Values[j] = 0;
        _count = 0;
        Array.Clear(Rho);
        Rho[position] = 1;
        _state.Factor.Btran(Rho);
        if (TouchedEntries() > DenseShare * _state.Program.RowStart[Rho.Length])
        {
            MultiplyByColumns();
            return;
        }

        MultiplyByRows();
        DropBasicAndNoise();
    }

    /// <summary>Matrix entries in rows where rho is not zero.</summary>
    private int TouchedEntries()
    {
        int[] rowStart = _state.Program.RowStart;
        int touched = 0;
        for (int i = 0; i < Rho.Length; i++)
        {
            if (Math.Abs(Rho[i]) >= NoiseTolerance) touched += rowStart[i + 1] - rowStart[i];
        }

        return touched;
    }

    /// <summary>For a dense rho: one inner product per nonbasic column.</summary>
    private void MultiplyByColumns()
    {
        ScaledProgram program = _state.Program;
        int[] start = program.ColumnStart, rowIndex = program.RowIndex;
        double[] columnValue = program.ColumnValue, rho = Rho;
        VariableStatus[] status = _state.Status;
        int n = program.ColumnCount;
        for (int j = 0; j < n; j++)
        {
            if (status[j] == VariableStatus.Basic) continue;
            double sum = 0;
            for (int k = start[j]; k < start[j + 1]; k++) sum += rho[rowIndex[k]] * columnValue[k];
            Keep(j, sum);
        }

        for (int i = 0; i < rho.Length; i++)
        {
            if (status[n + i] != VariableStatus.Basic) Keep(n + i, -rho[i]);
        }
    }

    private void Keep(int variable, double value)
    {
        if (Math.Abs(value) < NoiseTolerance) return;
        Values[variable] = value;
        _index[_count++] = variable;
    }

    /// <summary>For a sparse rho: only the rows it touches.</summary>
    private void MultiplyByRows()
    {
        ScaledProgram program = _state.Program;
        int[] rowStart = program.RowStart, column = program.ColumnIndex;
        double[] rowValue = program.RowValue, values = Values;
        for (int i = 0; i < Rho.Length; i++)
        {
            double weight = Rho[i];
            if (Math.Abs(weight) < NoiseTolerance) continue;
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++)
            {
                int j = column[k];
                values[j] += weight * rowValue[k];
                if (_marked[j]) continue;
                _marked[j] = true;
                _index[_count++] = j;
            }

            values[program.ColumnCount + i] = -weight;
            _marked[program.ColumnCount + i] = true;
            _index[_count++] = program.ColumnCount + i;
        }
    }

    private void DropBasicAndNoise()
    {
        int kept = 0;
        for (int k = 0; k < _count; k++)
        {
            int j = _index[k];
            _marked[j] = false;
            if (_state.Status[j] == VariableStatus.Basic || Math.Abs(Values[j]) < NoiseTolerance) Values[j] = 0;
            else _index[kept++] = j;
        }

        _count = kept;
    }
}
