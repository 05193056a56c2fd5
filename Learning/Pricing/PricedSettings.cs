using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Pricing;

/// <summary>Settings of <see cref="PricedSac{T}"/>.</summary>
/// <param name="Resources">Resources of the world that is learned from, ≥ 1. The networks do not depend on it.</param>
/// <param name="Features">Numbers that describe a resource, ≥ 1.</param>
/// <param name="Levels">How much of a resource an option may take, ≥ 1: for example GPU counts.</param>
public sealed record PricedSettings(int Resources, int Features, int Levels)
{
    /// <summary>Rows of a batch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Widths of the layers that all resources share, at least one.</summary>
    public IReadOnlyList<int> Encoder { get; init; } = [64, 64];

    /// <summary>Widths of the hidden layers of prices and baseline.</summary>
    public IReadOnlyList<int> Head { get; init; } = [64];

    /// <summary>What follows hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Quantiles of the baseline, ≥ 1.</summary>
    public int Quantiles { get; init; } = 16;

    /// <summary>Where the loss turns from a square to a line, &gt; 0.</summary>
    public double Kappa { get; init; } = 1;

    /// <summary>Price that networks begin with, &gt; 0: near 0 the first policy is the one that knows immediate costs only.</summary>
    public double FirstPrice { get; init; } = 0.02;

    /// <summary>First learning rate, &gt; 0.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>Last learning rate, reached on a cosine after <see cref="RateSteps"/>, &gt; 0.</summary>
    public double LastRate { get; init; } = 1e-4;

    /// <summary>Updates over which the rate falls, ≥ 1.</summary>
    public long RateSteps { get; init; } = 40_000;

    /// <summary>Share by which the slow copy follows at every update, 0..1.</summary>
    public double TargetShare { get; init; } = 0.01;

    /// <summary>Share by which the average follows at every update once it has seen as many, 0..1.</summary>
    public double AverageShare { get; init; } = 2e-4;

    /// <summary>Largest norm of a gradient.</summary>
    public double ClipNorm { get; init; } = 5;

    /// <summary>Weight α of the entropy, &gt; 0, in the unit of the costs.</summary>
    public double Temperature { get; init; } = 0.01;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }

    /// <summary>Options of a state.</summary>
    public int Actions => Resources * Levels;

    /// <summary>Widths of transitions: the state is <see cref="PricedState"/>, an action is resource · levels + level.</summary>
    public TransitionLayout Layout => new(PricedState.Width(this), Actions);
}
