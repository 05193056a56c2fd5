namespace ControlPlane.Planning.Linear;

/// <summary>
/// Sparse LU factors of a basis: logicals, column singletons and row singletons first, then a left-looking elimination of the
/// nucleus with threshold pivoting. Each basic variable is put at the position of its pivot row, so that solves work in place.
/// </summary>
internal sealed class LuFactor
{
    private const double SingularTolerance = 1e-9;
    private const double PivotThreshold = 0.1;
    private const double DropTolerance = 1e-14;

    private readonly BasisPattern _pattern = new();
    private readonly TriangularFactors _factors = new();
    private readonly Stack<int> _queue = new();
    private ScaledProgram _program = new();
    private int[] _stepOfRow = [];
    private int[] _variableAt = [];
    private double[] _work = [];
    private int[] _sortKey = [];
    private int[] _order = [];

    /// <summary>
    /// Factorises the basis and reorders <paramref name="head"/> by pivot rows. Columns that depend on others are replaced by the
    /// logicals of the rows left without a pivot.
    /// </summary>
    /// <returns>The number of columns replaced; 0 for a regular basis.</returns>
    public int Factorize(ScaledProgram program, int[] head)
    {
        Reset(program);
        PivotLogicals(head);
        _pattern.Build(program, head, _stepOfRow);
        PivotColumnSingletons();
        PivotRowSingletons();
        PivotNucleus();
        int replaced = FillWithLogicals();
        Array.Copy(_variableAt, head, program.RowCount);
        return replaced;
    }

    /// <summary>Solves B x = b in place.</summary>
    public void Ftran(double[] work) => _factors.Ftran(work);

    /// <summary>Solves B' y = c in place.</summary>
    public void Btran(double[] work) => _factors.Btran(work);

    private void Reset(ScaledProgram program)
    {
        _program = program;
        int m = program.RowCount;
        if (_stepOfRow.Length != m)
        {
            (_stepOfRow, _variableAt, _work) = (new int[m], new int[m], new double[m]);
            (_sortKey, _order) = (new int[m], new int[m]);
        }

        Array.Fill(_stepOfRow, -1);
        _factors.Clear(m);
    }

    private void PivotLogicals(int[] head)
    {
        foreach (int variable in head)
        {
            if (variable >= _program.ColumnCount) Place(variable, variable - _program.ColumnCount, -1.0);
        }
    }

    private void PivotColumnSingletons()
    {
        for (int slot = _pattern.Count - 1; slot >= 0; slot--)
        {
            if (_pattern.ColumnActive[slot] == 1) _queue.Push(slot);
        }

        while (_queue.TryPop(out int slot))
        {
            int row = OnlyOpenRow(_pattern.Variable[slot]);
            if (row < 0 || !TryEliminate(slot, row)) continue;
            foreach (int other in _pattern.Slots(row))
            {
                if (--_pattern.ColumnActive[other] == 1 && !_pattern.Done[other]) _queue.Push(other);
            }
        }
    }

    private void PivotRowSingletons()
    {
        _pattern.CountRows(_program.RowCount);
        for (int i = _program.RowCount - 1; i >= 0; i--)
        {
            if (_stepOfRow[i] < 0 && _pattern.RowActive[i] == 1) _queue.Push(i);
        }

        while (_queue.TryPop(out int row))
        {
            if (_stepOfRow[row] >= 0) continue;
            int slot = OnlyOpenSlot(row);
            if (slot < 0 || !TryEliminate(slot, row)) continue;
            int variable = _pattern.Variable[slot];
            for (int k = _program.ColumnStart[variable]; k < _program.ColumnStart[variable + 1]; k++)
            {
                int touched = _program.RowIndex[k];
                if (_stepOfRow[touched] < 0 && --_pattern.RowActive[touched] == 1) _queue.Push(touched);
            }
        }
    }

    /// <summary>Gives a column that no earlier elimination changes its pivot, unless the entry is too small.</summary>
    private bool TryEliminate(int slot, int row)
    {
        int variable = _pattern.Variable[slot];
        int start = _program.ColumnStart[variable];
        int end = _program.ColumnStart[variable + 1];
        int at = Array.IndexOf(_program.RowIndex, row, start, end - start);
        double pivot = _program.ColumnValue[at];
        if (Math.Abs(pivot) < SingularTolerance) return false;

        bool hasLower = false;
        for (int k = start; k < end; k++)
        {
            int other = _program.RowIndex[k];
            if (other == row) continue;
            if (_stepOfRow[other] >= 0) _factors.AppendUpper(other, _program.ColumnValue[k]);
            else
            {
                _factors.AppendLower(other, _program.ColumnValue[k] / pivot);
                hasLower = true;
            }
        }

        if (hasLower) _factors.EndLower(row);
        Place(variable, row, pivot);
        _pattern.Done[slot] = true;
        return true;
    }

    private void PivotNucleus()
    {
        int count = 0;
        for (int slot = 0; slot < _pattern.Count; slot++)
        {
            if (_pattern.Done[slot]) continue;
            _sortKey[count] = _pattern.ColumnActive[slot];
            _order[count++] = slot;
        }

        Array.Sort(_sortKey, _order, 0, count);
        int firstLower = _factors.LowerCount;
        for (int k = 0; k < count; k++) EliminateDense(_pattern.Variable[_order[k]], firstLower);
    }

    /// <summary>One column of the nucleus: apply the earlier columns' eliminations, choose a pivot, split into U and L.</summary>
    private void EliminateDense(int variable, int firstLower)
    {
        Array.Clear(_work);
        for (int k = _program.ColumnStart[variable]; k < _program.ColumnStart[variable + 1]; k++)
            _work[_program.RowIndex[k]] = _program.ColumnValue[k];

        _factors.ApplyLower(firstLower, _work);

        int row = ChoosePivot();
        if (row < 0) return;
        double pivot = _work[row];
        bool hasLower = false;
        for (int i = 0; i < _work.Length; i++)
        {
            if (i == row || Math.Abs(_work[i]) < DropTolerance) continue;
            if (_stepOfRow[i] >= 0) _factors.AppendUpper(i, _work[i]);
            else
            {
                _factors.AppendLower(i, _work[i] / pivot);
                hasLower = true;
            }
        }

        if (hasLower) _factors.EndLower(row);
        Place(variable, row, pivot);
    }

    /// <summary>Among the open rows with a large enough entry, the one with the fewest entries; -1 when all are too small.</summary>
    private int ChoosePivot()
    {
        double largest = 0;
        for (int i = 0; i < _work.Length; i++)
        {
            if (_stepOfRow[i] < 0) largest = Math.Max(largest, Math.Abs(_work[i]));
        }

        if (largest < SingularTolerance) return -1;
        int best = -1;
        for (int i = 0; i < _work.Length; i++)
        {
            if (_stepOfRow[i] >= 0 || Math.Abs(_work[i]) < PivotThreshold * largest) continue;
            if (best < 0 || _pattern.RowActive[i] < _pattern.RowActive[best]) best = i;
        }

        return best;
    }

    private int FillWithLogicals()
    {
        int missing = _program.RowCount - _factors.StepCount;
        for (int i = 0; i < _program.RowCount && missing > 0; i++)
        {
            if (_stepOfRow[i] < 0) Place(_program.ColumnCount + i, i, -1.0);
        }

        return missing;
    }

    private int OnlyOpenRow(int variable)
    {
        for (int k = _program.ColumnStart[variable]; k < _program.ColumnStart[variable + 1]; k++)
        {
            if (_stepOfRow[_program.RowIndex[k]] < 0) return _program.RowIndex[k];
        }

        return -1;
    }

    private int OnlyOpenSlot(int row)
    {
        foreach (int slot in _pattern.Slots(row))
        {
            if (!_pattern.Done[slot]) return slot;
        }

        return -1;
    }

    private void Place(int variable, int row, double pivot)
    {
        _stepOfRow[row] = _factors.StepCount;
        _variableAt[row] = variable;
        _factors.EndStep(row, pivot);
    }
}
