namespace ControlPlane.Simulation.Generation;

/// <summary>What of the inner layer a day leaves out: the ablations of the paper.</summary>
public sealed record GenerationOptions
{
    /// <summary>Everything in use.</summary>
    public static GenerationOptions Full { get; } = new();

    /// <summary>Neither clocks nor batteries, sun, wind or selling: the setting of the reference table.</summary>
    public static GenerationOptions OuterOnly { get; } = new() { HasClocks = false, HasBattery = false, HasRenewables = false, HasSelling = false };

    /// <summary>Whether providers choose their clock; else it is 1.</summary>
    public bool HasClocks { get; init; } = true;

    /// <summary>Whether batteries are there.</summary>
    public bool HasBattery { get; init; } = true;

    /// <summary>Whether sun and wind are there.</summary>
    public bool HasRenewables { get; init; } = true;

    /// <summary>Whether a surplus is sold.</summary>
    public bool HasSelling { get; init; } = true;
}
