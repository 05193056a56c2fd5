namespace ControlPlane.Planning.Linear;

/// <summary>
/// The factors of a basis: L as a sequence of column eliminations, U by columns with its diagonal apart, both indexed by matrix
/// rows. A step is one pivot; U's column of a step has entries in the pivot rows of earlier steps only.
/// </summary>
internal sealed class TriangularFactors
{
    private readonly SparseColumns _lower = new();
    private readonly SparseColumns _upper = new();
    private int[] _lowerPivotRow = [];
    private int[] _pivotRow = [];
    private double[] _diagonal = [];

    /// <summary>Pivots so far.</summary>
    public int StepCount { get; private set; }

    /// <summary>Eliminations in L so far; a pivot without entries below it needs none.</summary>
    public int LowerCount => _lower.Count;

    public void Clear(int rowCount)
    {
        if (_pivotRow.Length != rowCount) (_lowerPivotRow, _pivotRow, _diagonal) = (new int[rowCount], new int[rowCount], new double[rowCount]);
        _lower.Clear();
        _upper.Clear();
        StepCount = 0;
    }

    /// <summary>Adds an entry to the elimination being built.</summary>
    public void AppendLower(int row, double multiplier) => _lower.Append(row, multiplier);

    /// <summary>Adds an entry to U's column of the step being built.</summary>
    public void AppendUpper(int row, double value) => _upper.Append(row, value);

    /// <summary>Ends the elimination being built.</summary>
    public void EndLower(int pivotRow)
    {
        _lowerPivotRow[_lower.Count] = pivotRow;
        _lower.EndColumn();
    }

    /// <summary>Ends the step being built.</summary>
    public void EndStep(int pivotRow, double pivot)
    {
        _upper.EndColumn();
        _pivotRow[StepCount] = pivotRow;
        _diagonal[StepCount++] = pivot;
    }

    /// <summary>Applies the eliminations from the given one on.</summary>
    public void ApplyLower(int first, double[] work)
    {
        for (int k = first; k < _lower.Count; k++)
        {
            double multiple = work[_lowerPivotRow[k]];
            if (multiple != 0) _lower.SubtractMultiple(k, multiple, work);
        }
    }

    /// <summary>Solves B x = b in place; x of a basic variable stands at its pivot row.</summary>
    public void Ftran(double[] work)
    {
        ApplyLower(0, work);
        for (int k = StepCount - 1; k >= 0; k--)
        {
            int row = _pivotRow[k];
            if (work[row] == 0) continue;
            work[row] /= _diagonal[k];
            _upper.SubtractMultiple(k, work[row], work);
        }
    }

    /// <summary>Solves B' y = c in place; c of a basic variable stands at its pivot row.</summary>
    public void Btran(double[] work)
    {
        for (int k = 0; k < StepCount; k++)
        {
            int row = _pivotRow[k];
            work[row] = (work[row] - _upper.Dot(k, work)) / _diagonal[k];
        }

        for (int k = _lower.Count - 1; k >= 0; k--) work[_lowerPivotRow[k]] -= _lower.Dot(k, work);
    }
}
