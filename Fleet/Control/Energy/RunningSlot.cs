using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>The slot that runs. It is settled in parts when what the battery should do changes inside it.</summary>
/// <param name="number">Its number.</param>
/// <param name="fromS">When it began, seconds since 1970 in UTC.</param>
/// <param name="toS">When it ends.</param>
internal sealed class RunningSlot(long number, double fromS, double toS)
{
    public long Number => number;

    public double FromS { get; } = fromS;

    public double ToS => toS;

    /// <summary>Up to when it is settled.</summary>
    public required double SettledS { get; set; }

    public SlotDecision Decision { get; set; } = SlotDecision.None;

    public bool IsDecided { get; set; }

    /// <summary>Whether an operator's word counted in a part of it.</summary>
    public bool IsOverridden { get; set; }

    /// <summary>Whether prices and weather of a settled part are not known: it has no account then.</summary>
    public bool IsBlind { get; set; }

    public double LoadKwh { get; set; }

    public EnergySlot Account { get; set; }

    public ClosedSlot Close(double endS, double? soc) => new(
        number,
        FromS,
        endS,
        IsOverridden ? Decision with { Source = SlotSource.Override } : Decision,
        LoadKwh,
        IsBlind ? null : Account,
        soc);
}
