namespace ControlPlane.Policies.Generation.Learned;

/// <summary>When and for what a learner is paid.</summary>
public sealed record PayOutSettings
{
    /// <summary>When and for what.</summary>
    public PayOutMode Mode { get; init; } = PayOutMode.Slot;

    /// <summary>Slots between two pay-outs where they are delayed, ≥ 1.</summary>
    public int Slots { get; init; } = 6;

    /// <summary>USD that are a reward of 1, &gt; 0.</summary>
    public double ScaleUsd { get; init; } = 0.05;

    /// <summary>Share of the jobs that may be late where pay-outs are gated, [0, 1].</summary>
    public double MostLate { get; init; } = 0.05;

    /// <summary>What a slot costs in which more are, USD, ≥ 0.</summary>
    public double GateUsd { get; init; } = 0.1;
}
