namespace ControlPlane.Planning.Linear;

/// <summary>A growing sequence of sparse columns that keeps its memory when cleared.</summary>
internal sealed class SparseColumns
{
    private int[] _start = new int[64];
    private int[] _index = new int[256];
    private double[] _value = new double[256];
    private int _length;

    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        _length = 0;
    }

    /// <summary>Adds an entry to the column being built.</summary>
    public void Append(int index, double value)
    {
        if (_length == _index.Length)
        {
            Array.Resize(ref _index, 2 * _length);
            Array.Resize(ref _value, 2 * _length);
        }

        _index[_length] = index;
        _value[_length++] = value;
    }

    /// <summary>Ends the column being built.</summary>
    public void EndColumn()
    {
        Count++;
        if (Count == _start.Length) Array.Resize(ref _start, 2 * Count);
        _start[Count] = _length;
    }

    public ReadOnlySpan<int> Indices(int column) => _index.AsSpan(_start[column], _start[column + 1] - _start[column]);

    /// <summary>work -= factor x column.</summary>
    public void SubtractMultiple(int column, double factor, double[] work)
    {
        int end = _start[column + 1];
        for (int k = _start[column]; k < end; k++) work[_index[k]] -= _value[k] * factor;
    }

    /// <summary>The inner product of a column and a dense vector.</summary>
    public double Dot(int column, double[] work)
    {
        double sum = 0;
        int end = _start[column + 1];
        for (int k = _start[column]; k < end; k++) sum += _value[k] * work[_index[k]];
        return sum;
    }
}
