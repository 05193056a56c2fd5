using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Sac;

/// <summary>Settings of discrete SAC.</summary>
/// <param name="Layout">Widths of transitions.</param>
/// <param name="Space">The actions; as many as in the layout.</param>
public sealed record SacSettings(TransitionLayout Layout, ActionSpace Space)
{
    /// <summary>Rows of a batch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Widths of the shared encoder's layers, at least one.</summary>
    public IReadOnlyList<int> Encoder { get; init; } = [256, 256, 256];

    /// <summary>Widths of the actor's hidden layers behind the encoder.</summary>
    public IReadOnlyList<int> Actor { get; init; } = [256];

    /// <summary>Widths of each critic's hidden layers behind the encoder.</summary>
    public IReadOnlyList<int> Critic { get; init; } = [];

    /// <summary>What follows hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Quantiles of every action's return, ≥ 1; with one it is the mean, or rather the minimum of Huber's loss.</summary>
    public int Quantiles { get; init; } = 1;

    /// <summary>Where the critics' loss turns from a square to a line, &gt; 0.</summary>
    public double Kappa { get; init; } = 1;

    /// <summary>How the next state's value enters.</summary>
    public NextValue NextValue { get; init; } = NextValue.Expected;

    /// <summary>Whether the value of the next state has the policy's entropy in it (arXiv 2509.09838 leaves it out).</summary>
    public bool HasCriticEntropy { get; init; } = true;

    /// <summary>Learning rate of the actor, &gt; 0.</summary>
    public double ActorRate { get; init; } = 3e-4;

    /// <summary>Learning rate of encoder and critics, &gt; 0.</summary>
    public double CriticRate { get; init; } = 3e-4;

    /// <summary>Learning rate of the temperature's logarithm, ≥ 0; 0 keeps the first one.</summary>
    public double TemperatureRate { get; init; } = 3e-4;

    /// <summary>First temperature α, &gt; 0.</summary>
    public double Temperature { get; init; } = 0.2;

    /// <summary>Target entropy as a share of the greatest, log of the number of valid actions; 0..1.</summary>
    public double TargetEntropyShare { get; init; } = 0.3;

    /// <summary>Share by which target networks follow at every update, 0..1.</summary>
    public double TargetShare { get; init; } = 0.005;

    /// <summary>Largest norm of a gradient.</summary>
    public double ClipNorm { get; init; } = 10;

    /// <summary>Whether states are scaled by what has been seen of them.</summary>
    public bool IsNormalised { get; init; } = true;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }
}
