using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Optimisation;

/// <summary>Adam (Kingma and Ba, ICLR 2015), with clipping by the global norm and decoupled weight decay (Loshchilov and Hutter, ICLR 2019).</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="backend">Does the arithmetic.</param>
/// <param name="parameters">What is learned.</param>
/// <param name="schedule">The learning rate.</param>
/// <param name="settings">The rest.</param>
public sealed class Adam<T>(ITensorBackend<T> backend, IReadOnlyList<Parameter<T>> parameters, ILearningRate schedule, AdamSettings settings) : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Matrix<T>[] _first = [.. parameters.Select(p => new Matrix<T>(p.Value.Rows, p.Value.Columns))];
    private readonly Matrix<T>[] _second = [.. parameters.Select(p => new Matrix<T>(p.Value.Rows, p.Value.Columns))];
    private long _steps;
    private long _refused;

    /// <summary>Steps taken.</summary>
    public long Steps => _steps;

    /// <summary>Steps left out because a gradient was not finite: the parameters stayed as they were.</summary>
    public long Refused => _refused;

    /// <summary>Takes one step along the gathered gradients and clears them.</summary>
    /// <returns>The norm of all gradients together, before clipping.</returns>
    public double Step()
    {
        var norm = Norm();
        if (!double.IsFinite(norm))
        {
            Refuse();
            return norm;
        }

        var rate = schedule.At(_steps++);
        var step = new AdamStep<T>(
            Rate: T.CreateTruncating(rate / (1 - Math.Pow(settings.Beta1, _steps))),
            Beta1: T.CreateTruncating(settings.Beta1),
            Beta2: T.CreateTruncating(settings.Beta2),
            SecondCorrection: T.CreateTruncating(1 / (1 - Math.Pow(settings.Beta2, _steps))),
            Epsilon: T.CreateTruncating(settings.Epsilon),
            Keep: T.CreateTruncating(1 - rate * settings.WeightDecay),
            GradientScale: T.CreateTruncating(norm > settings.ClipNorm ? settings.ClipNorm / norm : 1));
        for (var i = 0; i < _first.Length; i++)
            backend.Adam(step, parameters[i].Gradient, _first[i], _second[i], parameters[i].Value);
        return norm;
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("steps", ref _steps);
        state.Value("refused", ref _refused);
        for (var i = 0; i < _first.Length; i++)
        {
            state.Matrix($"first{i}", _first[i]);
            state.Matrix($"second{i}", _second[i]);
        }
    }

    private double Norm()
    {
        var sum = 0.0;
        for (var i = 0; i < _first.Length; i++)
            sum += double.CreateTruncating(backend.SquaredNorm(parameters[i].Gradient));
        return Math.Sqrt(sum);
    }

    private void Refuse()
    {
        _refused++;
        for (var i = 0; i < _first.Length; i++)
            parameters[i].Gradient.Clear();
    }
}
