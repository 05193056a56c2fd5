namespace ControlPlane.Planning.Linear;

/// <summary>
/// The programme as the simplex methods see it: scaled, with one logical variable per row, <c>A x - y = 0</c>, so that variable
/// n + i is the activity of row i and all right-hand sides are bounds.
/// </summary>
internal sealed class ScaledProgram
{
    private LinearProgram? _program;
    private int _version;
    private bool _scaled;
    private double[] _rowScale = [];
    private double[] _columnScale = [];
    private double _costScale = 1;
    private double _boundScale = 1;

    public int RowCount { get; private set; }

    /// <summary>Number of structural variables; logicals follow them.</summary>
    public int ColumnCount { get; private set; }

    public int TotalCount => RowCount + ColumnCount;

    public int[] ColumnStart { get; private set; } = [0];

    public int[] RowIndex { get; private set; } = [];

    public double[] ColumnValue { get; private set; } = [];

    public int[] RowStart { get; private set; } = [0];

    public int[] ColumnIndex { get; private set; } = [];

    public double[] RowValue { get; private set; } = [];

    public double[] Cost { get; private set; } = [];

    public double[] Lower { get; private set; } = [];

    public double[] Upper { get; private set; } = [];

    /// <summary>Reads the programme; the matrix only when it differs from the one read last.</summary>
    public void Load(LinearProgram program, bool scale)
    {
        if (!ReferenceEquals(program, _program) || _version != program.MatrixVersion || _scaled != scale)
        {
            LoadMatrix(program, scale);
            (_program, _version, _scaled) = (program, program.MatrixVersion, scale);
        }

        LoadCosts(program, scale);
        LoadBounds(program, scale);
    }

    /// <summary>A scaled value of a variable or row activity in the programme's units.</summary>
    public double UnscaleValue(int variable, double value) =>
        variable < ColumnCount
            ? value * _columnScale[variable] / _boundScale
            : value / (_rowScale[variable - ColumnCount] * _boundScale);

    /// <summary>A scaled reduced cost (of a logical: a row dual) in the programme's units.</summary>
    public double UnscaleReduced(int variable, double reduced) =>
        variable < ColumnCount
            ? reduced / (_columnScale[variable] * _costScale)
            : reduced * _rowScale[variable - ColumnCount] / _costScale;

    /// <summary>A weight of a scaled row as a weight of the programme's row.</summary>
    public double UnscaleRowWeight(int row, double weight) => weight * _rowScale[row];

    private void LoadMatrix(LinearProgram program, bool scale)
    {
        RowCount = program.RowCount;
        ColumnCount = program.ColumnCount;
        if (Cost.Length != TotalCount) (Cost, Lower, Upper) = (new double[TotalCount], new double[TotalCount], new double[TotalCount]);
        if (_rowScale.Length != RowCount) _rowScale = new double[RowCount];
        if (_columnScale.Length != ColumnCount) _columnScale = new double[ColumnCount];
        if (ColumnStart.Length != ColumnCount + 1) ColumnStart = new int[ColumnCount + 1];
        CopyColumns(program);
        int entries = ColumnStart[ColumnCount];
        if (scale)
        {
            GeometricScaling.Compute(ColumnStart, RowIndex.AsSpan(0, entries), ColumnValue.AsSpan(0, entries), _rowScale, _columnScale);
        }
        else
        {
            Array.Fill(_rowScale, 1.0);
            Array.Fill(_columnScale, 1.0);
        }

        ApplyScale();
        BuildRows();
    }

    private void CopyColumns(LinearProgram program)
    {
        if (RowIndex.Length < program.EntryCount)
            (RowIndex, ColumnValue) = (new int[program.EntryCount], new double[program.EntryCount]);

        int length = 0;
        for (int j = 0; j < ColumnCount; j++)
        {
            ColumnStart[j] = length;
            ReadOnlySpan<int> rows = program.ColumnRows(j);
            ReadOnlySpan<double> coefficients = program.ColumnCoefficients(j);
            for (int k = 0; k < rows.Length; k++)
            {
                if (coefficients[k] == 0) continue;
                RowIndex[length] = rows[k];
                ColumnValue[length++] = coefficients[k];
            }
        }

        ColumnStart[ColumnCount] = length;
    }

    private void ApplyScale()
    {
        for (int j = 0; j < ColumnCount; j++)
        {
            for (int k = ColumnStart[j]; k < ColumnStart[j + 1]; k++) ColumnValue[k] *= _rowScale[RowIndex[k]] * _columnScale[j];
        }
    }

    private void BuildRows()
    {
        int entries = ColumnStart[ColumnCount];
        if (RowStart.Length != RowCount + 1) RowStart = new int[RowCount + 1];
        if (ColumnIndex.Length < entries) (ColumnIndex, RowValue) = (new int[entries], new double[entries]);
        Array.Clear(RowStart);
        for (int k = 0; k < entries; k++) RowStart[RowIndex[k] + 1]++;
        for (int i = 0; i < RowCount; i++) RowStart[i + 1] += RowStart[i];
        Span<int> next = RowCount <= 1024 ? stackalloc int[RowCount] : new int[RowCount];
        RowStart.AsSpan(0, RowCount).CopyTo(next);
        for (int j = 0; j < ColumnCount; j++)
        {
            for (int k = ColumnStart[j]; k < ColumnStart[j + 1]; k++)
            {
                int position = next[RowIndex[k]]++;
                ColumnIndex[position] = j;
                RowValue[position] = ColumnValue[k];
            }
        }
    }

    private void LoadCosts(LinearProgram program, bool scale)
    {
        ReadOnlySpan<double> costs = program.Costs;
        Array.Clear(Cost);
        for (int j = 0; j < ColumnCount; j++) Cost[j] = costs[j] * _columnScale[j];
        _costScale = scale ? GeometricScaling.InverseMeanMagnitude(Cost.AsSpan(0, ColumnCount)) : 1.0;
        for (int j = 0; j < ColumnCount; j++) Cost[j] *= _costScale;
    }

    private void LoadBounds(LinearProgram program, bool scale)
    {
        for (int j = 0; j < ColumnCount; j++)
        {
            Lower[j] = program.ColumnLowers[j] / _columnScale[j];
            Upper[j] = program.ColumnUppers[j] / _columnScale[j];
        }

        for (int i = 0; i < RowCount; i++)
        {
            Lower[ColumnCount + i] = program.RowLowers[i] * _rowScale[i];
            Upper[ColumnCount + i] = program.RowUppers[i] * _rowScale[i];
        }

        // Bounds decide what "feasible to a tolerance" means: bring their typical size to one.
        _boundScale = scale ? Math.Sqrt(GeometricScaling.InverseMeanMagnitude(Lower) * GeometricScaling.InverseMeanMagnitude(Upper)) : 1.0;
        _boundScale = Math.ScaleB(1.0, (int)Math.Round(Math.Log2(_boundScale)));
        for (int j = 0; j < TotalCount; j++)
        {
            Lower[j] *= _boundScale;
            Upper[j] *= _boundScale;
        }
    }
}
