using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Learning.Published;

/// <summary>
/// The published multipliers: the excess e = max(0, c̄ - limit) is summed up to I, and λ grows by 0.05 e + 0.01 I up to 10. Nothing can be negative, so that λ
/// never falls.
/// </summary>
/// <param name="limits">What each cost may be.</param>
public sealed class RisingPrices(IReadOnlyList<double> limits) : ICheckpointed
{
    private const double Gain = 0.05;
    private const double IntegralGain = 0.01;
    private const double Highest = 10;
    private readonly double[] _values = new double[limits.Count];
    private readonly double[] _sums = new double[limits.Count];

    /// <summary>λ of each cost: what a unit of its excess takes off the reward.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>What a cost is above its limit, ≥ 0.</summary>
    /// <param name="kind">Index of the cost.</param>
    /// <param name="cost">The cost.</param>
    public double Excess(int kind, double cost) => Math.Max(0, cost - limits[kind]);

    /// <summary>Takes a step.</summary>
    /// <param name="kind">Index of the cost.</param>
    /// <param name="meanCost">Its mean over a batch.</param>
    public void Update(int kind, double meanCost)
    {
        var excess = Excess(kind, meanCost);
        _sums[kind] += excess;
        _values[kind] = Math.Clamp(_values[kind] + Gain * excess + IntegralGain * _sums[kind], 0, Highest);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Array<double>("values", _values);
        state.Array<double>("sums", _sums);
    }
}
