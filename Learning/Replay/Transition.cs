namespace ControlPlane.Learning.Replay;

/// <summary>What happened from one decision to a later one, as spans that are copied.</summary>
public readonly ref struct Transition
{
    /// <summary>The state decided in.</summary>
    public required ReadOnlySpan<float> State { get; init; }

    /// <summary>Which actions were valid then: those of the decision, not of a later time. Empty where an action is made of numbers.</summary>
    public required ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>The action taken; one of the valid, and 0 where an action is made of numbers.</summary>
    public required int Action { get; init; }

    /// <summary>The numbers of the action taken, each in [-1, 1]. Empty where one of several is chosen.</summary>
    public ReadOnlySpan<float> ActionNumbers { get; init; }

    /// <summary>Reward until the next state, discounted to the decision.</summary>
    public required float Reward { get; init; }

    /// <summary>Constrained costs until the next state, discounted to the decision.</summary>
    public ReadOnlySpan<float> Costs { get; init; }

    /// <summary>
    /// What the value of the next state is multiplied with: γ^Δt for a time Δt between decisions, γⁿ for n steps, 0 at an end.
    /// </summary>
    public required float Discount { get; init; }

    /// <summary>The next state.</summary>
    public required ReadOnlySpan<float> NextState { get; init; }

    /// <summary>Which actions are valid in the next state.</summary>
    public required ReadOnlySpan<bool> NextMask { get; init; }
}
