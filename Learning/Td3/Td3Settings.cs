using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Td3;

/// <summary>Settings of TD3; what is not given is as its paper has it, but for the smaller networks.</summary>
/// <param name="Layout">Widths of transitions; actions are made of numbers, and there are no constrained costs.</param>
public sealed record Td3Settings(TransitionLayout Layout)
{
    /// <summary>Rows of a batch, ≥ 1.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Widths of the actor's hidden layers.</summary>
    public IReadOnlyList<int> Actor { get; init; } = [128, 128];

    /// <summary>Widths of each critic's hidden layers.</summary>
    public IReadOnlyList<int> Critic { get; init; } = [128, 128];

    /// <summary>What follows hidden layers.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Learning rate of the actor, &gt; 0.</summary>
    public double ActorRate { get; init; } = 3e-4;

    /// <summary>Learning rate of the critics, &gt; 0.</summary>
    public double CriticRate { get; init; } = 1e-3;

    /// <summary>Where the critics' loss turns from a square to a line, &gt; 0; infinite for the square.</summary>
    public double Kappa { get; init; } = double.PositiveInfinity;

    /// <summary>Deviation of the noise on the next action in the critics' targets, ≥ 0.</summary>
    public double TargetNoise { get; init; } = 0.2;

    /// <summary>Largest size of that noise, ≥ 0.</summary>
    public double TargetNoiseLimit { get; init; } = 0.5;

    /// <summary>Deviation of the noise on actions that explore, ≥ 0.</summary>
    public double ExplorationNoise { get; init; } = 0.1;

    /// <summary>Updates of the critics for one of the actor and of the slow copies, ≥ 1.</summary>
    public int ActorDelay { get; init; } = 2;

    /// <summary>Share by which the slow copies follow, 0..1.</summary>
    public double TargetShare { get; init; } = 0.005;

    /// <summary>Largest norm of a gradient.</summary>
    public double ClipNorm { get; init; } = 10;

    /// <summary>Whether states are scaled by what has been seen of them.</summary>
    public bool IsNormalised { get; init; } = true;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; }
}
