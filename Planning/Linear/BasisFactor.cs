namespace ControlPlane.Planning.Linear;

/// <summary>A factorised basis: LU factors and, since then, one product-form eta per pivot.</summary>
internal sealed class BasisFactor
{
    private const double DropTolerance = 1e-14;

    private readonly LuFactor _lu = new();
    private readonly SparseColumns _eta = new();
    private readonly List<int> _etaRow = [];
    private readonly List<double> _etaPivot = [];

    /// <summary>Pivots since the last factorisation.</summary>
    public int UpdateCount => _eta.Count;

    /// <inheritdoc cref="LuFactor.Factorize"/>
    public int Factorize(ScaledProgram program, int[] head)
    {
        _eta.Clear();
        _etaRow.Clear();
        _etaPivot.Clear();
        return _lu.Factorize(program, head);
    }

    /// <summary>Solves B x = b in place.</summary>
    public void Ftran(double[] work)
    {
        _lu.Ftran(work);
        for (int k = 0; k < _eta.Count; k++)
        {
            int row = _etaRow[k];
            if (work[row] == 0) continue;
            work[row] /= _etaPivot[k];
            _eta.SubtractMultiple(k, work[row], work);
        }
    }

    /// <summary>Solves B' y = c in place.</summary>
    public void Btran(double[] work)
    {
        for (int k = _eta.Count - 1; k >= 0; k--)
        {
            int row = _etaRow[k];
            work[row] = (work[row] - _eta.Dot(k, work)) / _etaPivot[k];
        }

        _lu.Btran(work);
    }

    /// <summary>Replaces the basic variable at a position by the one whose column, after Ftran, is given.</summary>
    public void Update(double[] column, int position)
    {
        for (int i = 0; i < column.Length; i++)
        {
            if (i != position && Math.Abs(column[i]) > DropTolerance) _eta.Append(i, column[i]);
        }

        _eta.EndColumn();
        _etaRow.Add(position);
        _etaPivot.Add(column[position]);
    }
}
