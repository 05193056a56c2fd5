using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Learning.Replay;

/// <summary>Weights of places with their sum, of which one is found by its share of the sum in the logarithm of their number.</summary>
public sealed class SumTree : ICheckpointed
{
    // Node 1 is the root, node i has children 2i and 2i + 1, and the leaves stand last.
    private readonly double[] _sums;
    private readonly int _firstLeaf;

    /// <summary>Makes a tree of zeros.</summary>
    /// <param name="places">Places, ≥ 1.</param>
    public SumTree(int places)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        _firstLeaf = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)places);
        _sums = new double[2 * _firstLeaf];
    }

    /// <summary>Sum of all weights.</summary>
    public double Total => _sums[1];

    /// <summary>Weight of a place. Sums are formed anew from the leaf up, so no rounding gathers.</summary>
    /// <param name="place">The place.</param>
    public double this[int place]
    {
        get => _sums[_firstLeaf + place];
        set
        {
            if (!double.IsFinite(value) || value < 0)
                throw new ArgumentException($"a weight is {value}; it must be finite and ≥ 0.", nameof(value));
            var node = _firstLeaf + place;
            _sums[node] = value;
            for (node /= 2; node >= 1; node /= 2)
                _sums[node] = _sums[2 * node] + _sums[2 * node + 1];
        }
    }

    /// <summary>The place in whose stretch of the sum a point lies.</summary>
    /// <param name="point">0 ≤ point &lt; <see cref="Total"/>.</param>
    public int Find(double point)
    {
        var node = 1;
        while (node < _firstLeaf)
        {
            node *= 2;
            // Rounding may lead past the last weight: a side without weight is never entered.
            if (point >= _sums[node] && _sums[node + 1] > 0)
                point -= _sums[node++];
        }

        return node - _firstLeaf;
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Array<double>("sums", _sums);
    }
}
