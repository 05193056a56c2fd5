using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Sac;

/// <summary>What an update of discrete SAC works in, reserved once, with the small sums over actions.</summary>
internal sealed class SacMemory<T>(SacSettings settings, SacNetworks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _errors = new T[settings.Batch];

    public LayerPass<T> Encoder { get; } = networks.Encoder.NewPass(backend, settings.Batch);

    public LayerPass<T> TargetEncoder { get; } = networks.TargetEncoder.NewPass(backend, settings.Batch);

    public LayerPass<T> Actor { get; } = networks.Actor.NewPass(backend, settings.Batch);

    public QuantileCriticPass<T>[] Critics { get; } = [.. networks.Critics.Select(critic => new QuantileCriticPass<T>(critic, backend, settings.Batch))];

    public QuantileCriticPass<T>[] TargetCritics { get; } =
        [.. networks.TargetCritics.Select(critic => new QuantileCriticPass<T>(critic, backend, settings.Batch))];

    public MaskedPolicy<T> Policy { get; } = new(settings.Space, backend, settings.Batch);

    public MaskedPolicy<T> NextPolicy { get; } = new(settings.Space, backend, settings.Batch);

    public int[] NextActions { get; } = new int[settings.Batch];

    public Matrix<T> Targets { get; } = new(settings.Batch, settings.Quantiles);

    public Matrix<T> QuantileGradient { get; } = new(settings.Batch, settings.Quantiles);

    public Matrix<T> LatentGradient { get; } = new(settings.Batch, settings.Encoder[^1]);

    public Matrix<T> Losses { get; } = new(settings.Batch, 1);

    public Matrix<T> Objective { get; } = new(settings.Batch, settings.Space.Actions);

    public Matrix<T> LogitGradient { get; } = new(settings.Batch, settings.Space.Logits);

    public Span<T> Errors => _errors;

    public void DrawNext(RandomStream random)
    {
        for (var row = 0; row < NextActions.Length; row++)
            NextActions[row] = Categorical.Draw<T>(NextPolicy.Probabilities.Row(row), random);
    }

    /// <summary>Smaller of the twins' quantiles of the action drawn, with its entropy.</summary>
    public void SampledNext(int row, T alpha, Span<T> target)
    {
        var bonus = alpha * NextPolicy.LogProbabilities[row, NextActions[row]];
        var first = TargetCritics[0].Chosen.Row(row);
        var second = TargetCritics[1].Chosen.Row(row);
        for (var j = 0; j < target.Length; j++)
            target[j] = T.Min(first[j], second[j]) - bonus;
    }

    /// <summary>The same, in expectation over the valid actions.</summary>
    public void ExpectedNext(int row, T alpha, Span<T> target)
    {
        target.Clear();
        var probabilities = NextPolicy.Probabilities.Row(row);
        for (var action = 0; action < probabilities.Length; action++)
        {
            if (probabilities[action] == T.Zero)
                continue;
            var bonus = alpha * NextPolicy.LogProbabilities[row, action];
            var first = TargetCritics[0].All.Row(row).Slice(action * target.Length, target.Length);
            var second = TargetCritics[1].All.Row(row).Slice(action * target.Length, target.Length);
            for (var j = 0; j < target.Length; j++)
                target[j] += probabilities[action] * (T.Min(first[j], second[j]) - bonus);
        }
    }

    /// <summary>Means over the batch: loss of the actor, entropy, and the entropy aimed at, a share of the logarithm of the number of valid actions.</summary>
    public (double Loss, double Entropy, double Target) Summary(ReadOnlySpan<bool> masks, double share)
    {
        var (loss, entropy, target) = (0.0, 0.0, 0.0);
        for (var row = 0; row < Objective.Rows; row++)
        {
            for (var action = 0; action < Objective.Columns; action++)
                loss += double.CreateTruncating(Policy.Probabilities[row, action] * Objective[row, action]);
            entropy += Policy.Entropy(row);
            target += share * Math.Log(Math.Max(1, masks.Slice(row * Objective.Columns, Objective.Columns).Count(true)));
        }

        return (loss / Objective.Rows, entropy / Objective.Rows, target / Objective.Rows);
    }
}
