using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Ppo;

/// <summary>Settings of PPO.</summary>
/// <param name="Features">Numbers of a state, ≥ 1.</param>
/// <param name="Space">The actions.</param>
public sealed record PpoSettings(int Features, ActionSpace Space)
{
    /// <summary>Decisions between two updates, ≥ 1: a day of twelve cohorts in each of 288 slots.</summary>
    public int Decisions { get; init; } = 3_456;

    /// <summary>Rows of a minibatch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Times that every decision is learned from, ≥ 1.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Widths of the actor's hidden layers.</summary>
    public IReadOnlyList<int> Actor { get; init; } = [128, 128];

    /// <summary>Widths of the critic's hidden layers; it shares nothing with the actor.</summary>
    public IReadOnlyList<int> Critic { get; init; } = [128, 128];

    /// <summary>What follows hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>ε: how far the ratio of new to old probability counts, &gt; 0.</summary>
    public double Clip { get; init; } = 0.2;

    /// <summary>λ of the advantage: 0 for one step, 1 for the whole return.</summary>
    public double Lambda { get; init; } = 0.95;

    /// <summary>What a nat of entropy is worth, ≥ 0, in advantages of deviation 1.</summary>
    public double EntropyBonus { get; init; } = 0.01;

    /// <summary>The epochs end at the first minibatch on which the new policy has diverged further from the old one than this, nats; infinite for never.</summary>
    public double GreatestDivergence { get; init; } = double.PositiveInfinity;

    /// <summary>Learning rate of the actor, &gt; 0.</summary>
    public double ActorRate { get; init; } = 3e-4;

    /// <summary>Learning rate of the critic, &gt; 0.</summary>
    public double CriticRate { get; init; } = 3e-4;

    /// <summary>Largest norm of a gradient.</summary>
    public double ClipNorm { get; init; } = 0.5;

    /// <summary>Whether states are scaled by what has been seen of them.</summary>
    public bool IsNormalised { get; init; } = true;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }
}
