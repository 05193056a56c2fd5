namespace ControlPlane.Fleet.Sites;

/// <content>Clocks of running jobs.</content>
public sealed partial class DataCenter
{
    /// <summary>
    /// Gives a running job another clock. Its run ends in good order and another begins in its place at once: as with <see cref="Preempt"/> nothing of it is lost later.
    /// </summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="clockLevel">The level, an index of the clocks.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="before">The run that ends.</param>
    /// <returns>The run as it goes on, in the same slot under a new generation.</returns>
    /// <exception cref="InvalidOperationException">No job runs in the slot.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public Run Reclock(int slot, int clockLevel, double nowS, out Run before)
    {
        if (!_runs.IsLive(slot))
            throw new InvalidOperationException($"{Spec.Name}: no job runs in slot {slot}.");
        ArgumentOutOfRangeException.ThrowIfNegative(clockLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(clockLevel, Table.Levels);
        Advance(nowS);
        before = _runs[slot];
        var allocation = before.Allocation with { ClockLevel = clockLevel };
        return Begin(Interrupt(slot, nowS, keepsAll: true), allocation, nowS);
    }
}
