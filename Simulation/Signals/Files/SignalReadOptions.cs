namespace ControlPlane.Simulation.Signals.Files;

/// <summary>What a file does not say itself, and what is wanted of it.</summary>
public sealed record SignalReadOptions
{
    /// <summary>Which zone, node or region is wanted; null where the file has only one.</summary>
    public string? Zone { get; init; }

    /// <summary>Step to resample to; null keeps the step of the file.</summary>
    public TimeSpan? Step { get; init; }

    /// <summary>What an Australian dollar is worth, USD, &gt; 0; AEMO's prices are refused without it.</summary>
    public double? UsdPerAud { get; init; }

    /// <summary>Offset from UTC of local times, for files that do not state theirs (NREL solar integration).</summary>
    public TimeSpan? UtcOffset { get; init; }
}
