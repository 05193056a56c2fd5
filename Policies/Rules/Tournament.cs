namespace ControlPlane.Policies.Rules;

/// <summary>The index of the least of n keys, under changes of single keys: a binary tournament. Of equal keys the lowest index wins.</summary>
public sealed class Tournament
{
    private readonly int _leaves;
    private readonly double[] _keys;
    private readonly int[] _winners;

    /// <summary>All keys infinite.</summary>
    /// <param name="count">Number of keys, ≥ 1.</param>
    public Tournament(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        _keys = new double[_leaves];
        Array.Fill(_keys, double.PositiveInfinity);
        _winners = new int[2 * _leaves];
        for (var leaf = 0; leaf < _leaves; leaf++)
            _winners[_leaves + leaf] = leaf;
        for (var node = _leaves - 1; node > 0; node--)
            _winners[node] = _winners[2 * node];
    }

    /// <summary>Index of the least key.</summary>
    public int Winner => _winners[1];

    /// <summary>The least key.</summary>
    public double Least => _keys[Winner];

    /// <summary>Changes a key.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="key">Its new value.</param>
    public void Set(int index, double key)
    {
        _keys[index] = key;
        for (var node = (_leaves + index) / 2; node > 0; node /= 2)
        {
            var left = _winners[2 * node];
            var right = _winners[2 * node + 1];
            _winners[node] = _keys[right] < _keys[left] ? right : left;
        }
    }
}
