namespace ControlPlane.Planning.Joint.Solving;

/// <summary>How long and how finely to plan.</summary>
public sealed record JointPlannerOptions
{
    /// <summary>Most wall-clock time of all solves together.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Relative gap of the benefit that is good enough.</summary>
    public double RelativeGap { get; init; } = 1e-4;

    /// <summary>
    /// Absolute gap that is good enough, as a share of the greedy plan's bill for energy and carbon: a small part of the benefit can be more than all that planning could save.
    /// </summary>
    public double BillGap { get; init; } = 0.005;

    /// <summary>How to solve.</summary>
    public JointMethod Method { get; init; } = JointMethod.Automatic;

    /// <summary>Rounds of polishing after a plan by the hour.</summary>
    public int PolishRounds { get; init; } = 2;

    /// <summary>Whether prices are worked out, by a linear programme with all whole numbers fixed.</summary>
    public bool WantsPrices { get; init; } = true;

    /// <summary>Whether a bound is worked out where the solver of whole numbers does not give one.</summary>
    public bool WantsBound { get; init; } = true;
}
