namespace ControlPlane.Policies.Rules;

/// <summary>The index of the least of n keys, under changes of single keys: a binary tournament. Of equal keys the lowest index wins.</summary>
public sealed class Tournament
{
    private readonly int _leaves;

    // Node k has the children 2k and 2k + 1; the winner is in node 1, the keys are in the leaves.
    private readonly (double Key, int Index)[] _nodes;

    /// <summary>All keys infinite.</summary>
    /// <param name="count">Number of keys, ≥ 1.</param>
    public Tournament(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        _nodes = new (double, int)[2 * _leaves];
        for (var leaf = 0; leaf < _leaves; leaf++)
            _nodes[_leaves + leaf] = (double.PositiveInfinity, leaf);
        for (var node = _leaves - 1; node > 0; node--)
            _nodes[node] = _nodes[2 * node];
    }

    /// <summary>Index of the least key.</summary>
    public int Winner => _nodes[1].Index;

    /// <summary>The least key.</summary>
    public double Least => _nodes[1].Key;

    /// <summary>Changes a key.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="key">Its new value; not NaN.</param>
    public void Set(int index, double key)
    {
        var nodes = _nodes;
        var winner = (Key: key, Index: index);
        var node = _leaves + index;
        nodes[node] = winner;
        // Only the other child of each node on the way up is read: where it lies is known beforehand, so that the reads overlap.
        for (; node > 1; node /= 2)
        {
            var rival = nodes[node ^ 1];
            if (rival.Key < winner.Key || (rival.Key == winner.Key && rival.Index < winner.Index))
                winner = rival;
            nodes[node / 2] = winner;
        }
    }
}
