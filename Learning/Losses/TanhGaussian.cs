using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Losses;

/// <summary>
/// A normal distribution squeezed into (-1, 1) by tanh, for one number of an action (Haarnoja et al., ICML 2018): r = tanh u, u = μ + σ ε. A network gives μ and
/// a number from which log σ is made, in [-5, 2]. What is drawn is differentiable: the noise is kept.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="batch">Rows, ≥ 1.</param>
public sealed class TanhGaussian<T>(int batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LeastLogDeviation = -5;
    private const double HalfRange = 3.5;
    private readonly double[] _noise = new double[batch];
    private readonly double[] _deviations = new double[batch];
    private readonly double[] _squashed = new double[batch];

    /// <summary>What was drawn, batch x 1, in [-1, 1].</summary>
    public Matrix<T> Values { get; } = new(batch, 1);

    /// <summary>Logarithm of the density at what was drawn, row by row.</summary>
    public T[] LogDensities { get; } = new T[batch];

    /// <summary>Mean of minus the logarithms: an estimate of the entropy.</summary>
    public double Entropy
    {
        get
        {
            var sum = 0.0;
            foreach (var density in LogDensities)
                sum -= double.CreateTruncating(density);
            return sum / batch;
        }
    }

    /// <summary>Draws ε of every row.</summary>
    /// <param name="random">From what.</param>
    public void DrawNoise(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref var noise in _noise.AsSpan())
            noise = random.NextNormal();
    }

    /// <summary>Works out <see cref="Values"/> and <see cref="LogDensities"/>.</summary>
    /// <param name="parameters">μ and the number of σ, batch x 2.</param>
    public void Evaluate(Matrix<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        for (var row = 0; row < batch; row++)
        {
            _squashed[row] = Math.Tanh(double.CreateTruncating(parameters[row, 1]));
            var logDeviation = LeastLogDeviation + HalfRange * (1 + _squashed[row]);
            _deviations[row] = Math.Exp(logDeviation);
            var u = double.CreateTruncating(parameters[row, 0]) + _deviations[row] * _noise[row];
            Values[row, 0] = T.CreateTruncating(Math.Tanh(u));
            var normal = -0.5 * _noise[row] * _noise[row] - logDeviation - 0.5 * Math.Log(2 * Math.PI);
            LogDensities[row] = T.CreateTruncating(normal - LogSlope(u));
        }
    }

    /// <summary>The derivative of the mean of α log π(r) - f(r) by what the network gave.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="valueGradient">Derivative of minus the mean of f by what was drawn, batch x 1.</param>
    /// <param name="gradient">Batch x 2; written.</param>
    public void Backward(double alpha, Matrix<T> valueGradient, Matrix<T> gradient)
    {
        ArgumentNullException.ThrowIfNull(valueGradient);
        ArgumentNullException.ThrowIfNull(gradient);
        for (var row = 0; row < batch; row++)
        {
            // log π = log N(u) - log(1 - tanh² u): along u with ε kept, only the second part moves, by 2 tanh u.
            var r = double.CreateTruncating(Values[row, 0]);
            var byU = 2 * alpha * r / batch + double.CreateTruncating(valueGradient[row, 0]) * (1 - r * r);
            var byLogDeviation = byU * _deviations[row] * _noise[row] - alpha / batch;
            gradient[row, 0] = T.CreateTruncating(byU);
            gradient[row, 1] = T.CreateTruncating(byLogDeviation * HalfRange * (1 - _squashed[row] * _squashed[row]));
        }
    }

    // log(1 - tanh² u) = 2 (log 2 - u - softplus(-2u)), which is finite however large u is.
    private static double LogSlope(double u)
    {
        var size = Math.Abs(u);
        return 2 * (Math.Log(2) - size - Math.Log(1 + Math.Exp(-2 * size)));
    }
}
