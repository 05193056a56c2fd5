using System.Numerics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Pricing;

/// <summary>One batch of states through a <see cref="PriceNetwork{T}"/> and back, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PricePass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _batch;
    private readonly int _resources;
    private readonly LayerPass<T> _encoder;
    private readonly LayerPass<T> _prices;
    private readonly LayerPass<T> _baseline;
    private readonly Matrix<T> _mean;
    private readonly Matrix<T> _joined;
    private readonly Matrix<T> _codeGradient;
    private readonly Matrix<T> _meanGradient;
    private readonly Matrix<T> _joinedGradient;
    private readonly Matrix<T> _rawGradient;

    /// <summary>Reserves the memory.</summary>
    /// <param name="network">The network.</param>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="batch">States, ≥ 1.</param>
    /// <param name="resources">Resources of each, ≥ 1.</param>
    public PricePass(PriceNetwork<T> network, ITensorBackend<T> backend, int batch, int resources)
    {
        ArgumentNullException.ThrowIfNull(network);
        (_batch, _resources) = (batch, resources);
        var (rows, code) = (batch * resources, network.Encoder.Outputs);
        Features = new(rows, network.Encoder.Inputs);
        _encoder = network.Encoder.NewPass(backend, rows);
        _prices = network.Prices.NewPass(backend, rows);
        _baseline = network.Baseline.NewPass(backend, batch);
        (_mean, _meanGradient) = (new(batch, code), new(batch, code));
        (_joined, _joinedGradient) = (new(rows, 2 * code), new(rows, 2 * code));
        _codeGradient = new(rows, code);
        _rawGradient = new(rows, network.Prices.Outputs);
        Prices = new(rows, network.Prices.Outputs);
    }

    /// <summary>Features, (batch · resources) x features: to be filled before <see cref="Forward"/>.</summary>
    public Matrix<T> Features { get; }

    /// <summary>Prices, (batch · resources) x levels; all &gt; 0.</summary>
    public Matrix<T> Prices { get; }

    /// <summary>Quantiles of the value, batch x quantiles.</summary>
    public Matrix<T> Baseline => _baseline.Output;

    /// <summary>Works out prices and values.</summary>
    public void Forward()
    {
        var codes = _encoder.Forward(Features);
        var (width, share) = (codes.Columns, T.One / T.CreateTruncating(_resources));
        for (var state = 0; state < _batch; state++)
        {
            var mean = _mean.Row(state);
            mean.Clear();
            for (var row = state * _resources; row < (state + 1) * _resources; row++)
                Add(codes.Row(row), share, mean);
            for (var row = state * _resources; row < (state + 1) * _resources; row++)
            {
                codes.Row(row).CopyTo(_joined.Row(row));
                mean.CopyTo(_joined.Row(row)[width..]);
            }
        }

        _baseline.Forward(_mean);
        var raw = _prices.Forward(_joined).Elements;
        var prices = Prices.Elements;
        for (var i = 0; i < raw.Length; i++)
            prices[i] = Softplus(raw[i]);
    }

    /// <summary>Adds to the gradients of the parameters.</summary>
    /// <param name="priceGradient">Derivative by <see cref="Prices"/>.</param>
    /// <param name="baselineGradient">Derivative by <see cref="Baseline"/>.</param>
    public void Backward(Matrix<T> priceGradient, Matrix<T> baselineGradient)
    {
        ArgumentNullException.ThrowIfNull(priceGradient);
        var slopes = priceGradient.Elements;
        var prices = Prices.Elements;
        var raw = _rawGradient.Elements;
        // d softplus(z)/dz = 1 - e^-softplus(z).
        for (var i = 0; i < slopes.Length; i++)
            raw[i] = slopes[i] == T.Zero ? T.Zero : slopes[i] * (T.One - T.Exp(-prices[i]));
        _prices.Backward(_rawGradient, _joinedGradient);
        _baseline.Backward(baselineGradient, _meanGradient);
        var (width, share) = (_codeGradient.Columns, T.One / T.CreateTruncating(_resources));
        for (var state = 0; state < _batch; state++)
        {
            var mean = _meanGradient.Row(state);
            for (var row = state * _resources; row < (state + 1) * _resources; row++)
                Add(_joinedGradient.Row(row)[width..], T.One, mean);
            for (var row = state * _resources; row < (state + 1) * _resources; row++)
            {
                _joinedGradient.Row(row)[..width].CopyTo(_codeGradient.Row(row));
                Add(mean, share, _codeGradient.Row(row));
            }
        }

        _encoder.Backward(_codeGradient);
    }

    private static void Add(ReadOnlySpan<T> x, T factor, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] += factor * x[i];
    }

    // log(1 + e^z) without overflow.
    private static T Softplus(T z) => T.Max(z, T.Zero) + T.LogP1(T.Exp(-T.Abs(z)));
}
