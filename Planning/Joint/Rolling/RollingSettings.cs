namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>How often to plan, how far, and with what knowledge.</summary>
public sealed record RollingSettings
{
    /// <summary>Slots from plan to plan, ≥ 1.</summary>
    public int ReplanSlots { get; init; } = 1;

    /// <summary>Slots that a plan looks ahead, ≥ 1.</summary>
    public int HorizonSlots { get; init; } = 24;

    /// <summary>How many slots before its release a job is known, ≥ 0.</summary>
    public int KnownAheadSlots { get; init; } = 4;

    /// <summary>How wrong forecasts are.</summary>
    public ForecastSettings Forecast { get; init; } = new();

    /// <summary>What routes inference between plans.</summary>
    public RollingRouting Routing { get; init; } = RollingRouting.Program;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ReplanSlots, 1, nameof(ReplanSlots));
        ArgumentOutOfRangeException.ThrowIfLessThan(HorizonSlots, 1, nameof(HorizonSlots));
        ArgumentOutOfRangeException.ThrowIfNegative(KnownAheadSlots, nameof(KnownAheadSlots));
        Forecast.Check();
    }
}
