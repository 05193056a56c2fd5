using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Losses;

/// <summary>
/// Probabilities of the valid actions of a batch from logits, and the way back: a masked log-softmax, or two of them where the space is factored.
/// An action that is masked has probability 0 and, by convention, logarithm 0. A row in which all are masked has no policy: all its probabilities are 0.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="space">The actions.</param>
/// <param name="backend">Does the arithmetic.</param>
/// <param name="batch">Rows, ≥ 1.</param>
public sealed class MaskedPolicy<T>(ActionSpace space, ITensorBackend<T> backend, int batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Its power of e is zero in float32 and float64.
    private static readonly T Never = T.CreateTruncating(-2000);
    private readonly Matrix<T> _logs = new(batch, space.Logits);
    private readonly Matrix<T> _shares = new(batch, space.Logits);
    private readonly bool[] _isValid = new bool[batch * space.Logits];

    /// <summary>log π(a), batch x actions; 0 where masked.</summary>
    public Matrix<T> LogProbabilities { get; } = new(batch, space.Actions);

    /// <summary>π(a), batch x actions; 0 where masked.</summary>
    public Matrix<T> Probabilities { get; } = new(batch, space.Actions);

    /// <summary>Works out the probabilities.</summary>
    /// <param name="logits">Batch x logits of the space.</param>
    /// <param name="masks">Whether an action is valid, row by row.</param>
    public void Evaluate(Matrix<T> logits, ReadOnlySpan<bool> masks)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentOutOfRangeException.ThrowIfNotEqual(masks.Length, batch * space.Actions);
        for (var row = 0; row < batch; row++)
        {
            Mark(masks.Slice(row * space.Actions, space.Actions), Valid(row));
            for (var segment = 0; segment < Segments; segment++)
                Shift(logits.Row(row)[Range(segment)], Valid(row)[Range(segment)], _logs.Row(row)[Range(segment)]);
        }

        _shares.CopyFrom(_logs);
        backend.Exponential(_shares);
        for (var row = 0; row < batch; row++)
        {
            for (var segment = 0; segment < Segments; segment++)
                Divide(Valid(row)[Range(segment)], _logs.Row(row)[Range(segment)], _shares.Row(row)[Range(segment)]);
            Join(row);
        }
    }

    /// <summary>
    /// The derivative by the logits of E_π[f] for f = α log π - q, all of it: what log π itself adds is a constant, which has no expectation.
    /// </summary>
    /// <param name="objective">f, batch x actions.</param>
    /// <param name="scale">What the result is multiplied with: one over the batch for a mean.</param>
    /// <param name="gradient">Batch x logits; written.</param>
    public void ExpectationGradient(Matrix<T> objective, T scale, Matrix<T> gradient)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(gradient);
        for (var row = 0; row < batch; row++)
        {
            var values = objective.Row(row);
            var slopes = gradient.Row(row);
            if (!space.IsFactored)
            {
                Centre(values, _shares.Row(row), scale, slopes);
                continue;
            }

            // A group's value is the expectation over its places; the groups' logits see those values, and the places' logits see their own group's part.
            var mean = T.Zero;
            for (var group = 0; group < space.Groups; group++)
            {
                var share = _shares[row, group];
                var value = Centre(values.Slice(group * space.PerGroup, space.PerGroup), _shares.Row(row)[Range(group + 1)], scale * share, slopes[Range(group + 1)]);
                slopes[group] = value;
                mean += share * value;
            }

            for (var group = 0; group < space.Groups; group++)
                slopes[group] = scale * _shares[row, group] * (slopes[group] - mean);
        }
    }

    /// <summary>-Σ π log π of a row, in nats.</summary>
    /// <param name="row">The row.</param>
    public double Entropy(int row)
    {
        var sum = T.Zero;
        for (var action = 0; action < space.Actions; action++)
            sum -= Probabilities[row, action] * LogProbabilities[row, action];
        return double.CreateTruncating(sum);
    }

    private int Segments => space.IsFactored ? space.Groups + 1 : 1;

    // Segment 0 of a factored space are the groups; the others are the places of each group.
    private Range Range(int segment) => !space.IsFactored
        ? 0..space.Actions
        : segment == 0 ? 0..space.Groups : (space.Groups + (segment - 1) * space.PerGroup)..(space.Groups + segment * space.PerGroup);

    private Span<bool> Valid(int row) => _isValid.AsSpan(row * space.Logits, space.Logits);

    private void Mark(ReadOnlySpan<bool> mask, Span<bool> valid)
    {
        mask.CopyTo(valid[^space.Actions..]);
        for (var group = 0; space.IsFactored && group < space.Groups; group++)
            valid[group] = mask.Slice(group * space.PerGroup, space.PerGroup).Contains(true);
    }

    private static void Shift(ReadOnlySpan<T> logits, ReadOnlySpan<bool> valid, Span<T> shifted)
    {
        var greatest = T.NegativeInfinity;
        for (var i = 0; i < logits.Length; i++)
        {
            if (valid[i])
                greatest = T.Max(greatest, logits[i]);
        }

        for (var i = 0; i < logits.Length; i++)
            shifted[i] = valid[i] ? logits[i] - greatest : Never;
    }

    private static void Divide(ReadOnlySpan<bool> valid, Span<T> logs, Span<T> shares)
    {
        var sum = T.Zero;
        foreach (var share in shares)
            sum += share;
        // Where all are masked the sum is zero, and so is everything.
        var (inverse, log) = sum > T.Zero ? (T.One / sum, T.Log(sum)) : (T.Zero, T.Zero);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] *= inverse;
            logs[i] = valid[i] ? logs[i] - log : T.Zero;
        }
    }

    private void Join(int row)
    {
        for (var action = 0; action < space.Actions; action++)
        {
            var place = space.Logits - space.Actions + action;
            var group = action / space.PerGroup;
            var isValid = _isValid[row * space.Logits + place];
            Probabilities[row, action] = space.IsFactored ? _shares[row, group] * _shares[row, place] : _shares[row, place];
            LogProbabilities[row, action] = !isValid ? T.Zero : space.IsFactored ? _logs[row, group] + _logs[row, place] : _logs[row, place];
        }
    }

    // slope_i = scale · share_i · (value_i - mean); returns the mean.
    private static T Centre(ReadOnlySpan<T> values, ReadOnlySpan<T> shares, T scale, Span<T> slopes)
    {
        var mean = T.Zero;
        for (var i = 0; i < values.Length; i++)
            mean += shares[i] * values[i];
        for (var i = 0; i < values.Length; i++)
            slopes[i] = scale * shares[i] * (values[i] - mean);
        return mean;
    }
}
