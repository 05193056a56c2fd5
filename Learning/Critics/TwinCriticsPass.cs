using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Critics;

/// <summary>One batch through twin critics and back, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="twins">The critics.</param>
/// <param name="backend">Does the arithmetic.</param>
/// <param name="batch">Rows, ≥ 1.</param>
public sealed class TwinCriticsPass<T>(TwinCritics<T> twins, ITensorBackend<T> backend, int batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T>[] _critics = [.. twins.Critics.Select(critic => critic.NewPass(backend, batch))];
    private readonly LayerPass<T>[] _slow = [.. twins.Slow.Select(critic => critic.NewPass(backend, batch))];
    private readonly Matrix<T> _joined = new(batch, twins.Critics[0].Inputs);
    private readonly Matrix<T> _joinedGradient = new(batch, twins.Critics[0].Inputs);
    private readonly Matrix<T>[] _slopes = [new(batch, 1), new(batch, 1)];
    private readonly T[] _errors = new T[batch];

    /// <summary>|Q - target| of each row in the last <see cref="Reverse"/>, the mean of both: what priorities go by.</summary>
    public ReadOnlySpan<T> Errors => _errors;

    /// <summary>Smaller of the twins' values.</summary>
    /// <param name="states">Batch x state.</param>
    /// <param name="actions">Batch x numbers of an action.</param>
    /// <param name="values">Batch x 1; written.</param>
    public void Least(Matrix<T> states, Matrix<T> actions, Matrix<T> values) => Least(_critics, states, actions, values);

    /// <summary>Smaller of the slow twins' values.</summary>
    /// <param name="states">Batch x state.</param>
    /// <param name="actions">Batch x numbers of an action.</param>
    /// <param name="values">Batch x 1; written.</param>
    public void SlowLeast(Matrix<T> states, Matrix<T> actions, Matrix<T> values) => Least(_slow, states, actions, values);

    /// <summary>Mean over the batch of the weighted Huber losses of both twins; its gradients are added to theirs.</summary>
    /// <param name="states">Batch x state.</param>
    /// <param name="actions">Batch x numbers of an action.</param>
    /// <param name="targets">Batch x 1.</param>
    /// <param name="weights">Weight of each row.</param>
    /// <param name="kappa">Where the square turns linear; infinite for half the square.</param>
    /// <returns>The loss.</returns>
    public double Reverse(Matrix<T> states, Matrix<T> actions, Matrix<T> targets, ReadOnlySpan<T> weights, T kappa)
    {
        ArgumentNullException.ThrowIfNull(targets);
        Join(states, actions);
        Array.Clear(_errors);
        var (loss, half) = (0.0, T.CreateTruncating(0.5));
        for (var twin = 0; twin < 2; twin++)
        {
            var values = _critics[twin].Forward(_joined);
            loss += Regression.WeightedHuber(values, targets, weights, kappa, _slopes[twin]);
            _critics[twin].Backward(_slopes[twin]);
            for (var row = 0; row < batch; row++)
                _errors[row] += half * T.Abs(values[row, 0] - targets[row, 0]);
        }

        return loss;
    }

    /// <summary>Mean value of actions, and the way back to them; the critics are asked, not taught.</summary>
    /// <param name="states">Batch x state.</param>
    /// <param name="actions">Batch x numbers of an action.</param>
    /// <param name="isLeast">Whether the smaller of the twins' values counts; else that of the first.</param>
    /// <param name="lossGradient">Derivative of minus the mean value by the actions, batch x numbers; written.</param>
    /// <returns>The mean value.</returns>
    public double ReverseValue(Matrix<T> states, Matrix<T> actions, bool isLeast, Matrix<T> lossGradient)
    {
        ArgumentNullException.ThrowIfNull(states);
        Join(states, actions);
        var first = _critics[0].Forward(_joined);
        var second = isLeast ? _critics[1].Forward(_joined) : first;
        var share = T.One / T.CreateTruncating(batch);
        var sum = T.Zero;
        for (var row = 0; row < batch; row++)
        {
            var isFirst = first[row, 0] <= second[row, 0];
            sum += share * (isFirst ? first[row, 0] : second[row, 0]);
            _slopes[0][row, 0] = isFirst ? -share : T.Zero;
            _slopes[1][row, 0] = isFirst ? T.Zero : -share;
        }

        _critics[0].InputGradient(_slopes[0], _joinedGradient);
        if (isLeast)
            _critics[1].InputGradient(_slopes[1], _joinedGradient, accumulate: true);
        SideBySide.Take(_joinedGradient, states.Columns, lossGradient);
        return double.CreateTruncating(sum);
    }

    private void Least(LayerPass<T>[] critics, Matrix<T> states, Matrix<T> actions, Matrix<T> values)
    {
        Join(states, actions);
        var first = critics[0].Forward(_joined);
        var second = critics[1].Forward(_joined);
        for (var row = 0; row < batch; row++)
            values[row, 0] = T.Min(first[row, 0], second[row, 0]);
    }

    private void Join(Matrix<T> states, Matrix<T> actions)
    {
        SideBySide.Put(states, _joined, 0);
        SideBySide.Put(actions, _joined, states.Columns);
    }
}
