namespace ControlPlane.Learning.Published;

/// <summary>What came of a decision, as spans that are copied.</summary>
public readonly ref struct PublishedTransition
{
    /// <summary>The state decided in.</summary>
    public required ReadOnlySpan<float> State { get; init; }

    /// <summary>What was chosen in each head.</summary>
    public required ReadOnlySpan<int> Actions { get; init; }

    /// <summary>Which choices are valid, head after head. The published code stores those of a later time, so that the action itself may be masked.</summary>
    public required ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>The reward.</summary>
    public required float Reward { get; init; }

    /// <summary>The costs.</summary>
    public ReadOnlySpan<float> Costs { get; init; }

    /// <summary>(1 - done) γ. The published code ends every transition: 0.</summary>
    public required float Discount { get; init; }

    /// <summary>The next state.</summary>
    public required ReadOnlySpan<float> NextState { get; init; }
}
