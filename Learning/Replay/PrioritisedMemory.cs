using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Replay;

/// <summary>
/// Draws transitions by the size of their last error (Schaul et al., ICLR 2016): P ∝ (|δ| + ε)^α, one from each of as many equal stretches as the batch has
/// rows, with weights (N P)^-β over the greatest of the batch. New ones have the greatest priority so far.
/// </summary>
/// <param name="layout">Widths.</param>
/// <param name="capacity">Transitions kept, ≥ 1.</param>
/// <param name="random">What is drawn with.</param>
/// <param name="alpha">How much the error counts, 0 (not at all) to 1.</param>
/// <param name="beta">How much of the bias the weights take out, 0 to 1 (all).</param>
public sealed class PrioritisedMemory(TransitionLayout layout, int capacity, RandomStream random, double alpha = 0.6, double beta = 0.4)
    : ReplayMemory(layout, capacity, random)
{
    private const double LeastError = 1e-3;
    private readonly SumTree _priorities = new(capacity);
    private double _greatest = 1;

    /// <summary>How much of the bias the weights take out; may rise to 1 in the course of training.</summary>
    public double Beta { get; set; } = beta;

    /// <inheritdoc/>
    public override int Add(in Transition transition)
    {
        var place = base.Add(transition);
        _priorities[place] = _greatest;
        return place;
    }

    /// <inheritdoc/>
    public override void Sample<T>(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        RequireSome();
        var greatest = 0.0;
        for (var row = 0; row < batch.Size; row++)
        {
            var place = _priorities.Find((row + Random.NextUniform()) * _priorities.Total / batch.Size);
            batch.Places[row] = place;
            greatest = Math.Max(greatest, Weight(place));
        }

        for (var row = 0; row < batch.Size; row++)
            batch.Weights[row] = T.CreateTruncating(Weight(batch.Places[row]) / greatest);
        Gather(batch);
    }

    /// <summary>Notes the errors of a batch that was drawn.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="errors">An error for each row; its sign does not count.</param>
    public void Update<T>(TransitionBatch<T> batch, ReadOnlySpan<T> errors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (var row = 0; row < batch.Size; row++)
        {
            var priority = Math.Pow(Math.Abs(double.CreateTruncating(errors[row])) + LeastError, alpha);
            _priorities[batch.Places[row]] = priority;
            _greatest = Math.Max(_greatest, priority);
        }
    }

    /// <inheritdoc/>
    public override void Exchange(StateExchange state)
    {
        base.Exchange(state);
        state.Within("priorities", _priorities);
        state.Value("greatest", ref _greatest);
    }

    private double Weight(int place) => Math.Pow(Count * _priorities[place] / _priorities.Total, -Beta);
}
