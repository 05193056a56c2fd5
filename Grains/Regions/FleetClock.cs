using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Regions;

/// <summary>A region's clock: seconds since it was configured, by the silo's wall clock. Silos' clocks may differ by less than the margin of a lease.</summary>
/// <param name="time">The wall clock.</param>
/// <param name="terms">When it shows 0, and how fast it goes.</param>
public sealed class FleetClock(TimeProvider time, RegionTermsRecord terms)
{
    /// <summary>The present in seconds.</summary>
    public double NowS => (time.GetUtcNow() - terms.StartedUtc).TotalSeconds * terms.Speed;

    /// <summary>The moment by the wall clock.</summary>
    /// <param name="atS">The moment in seconds of this one.</param>
    public DateTimeOffset At(double atS) => terms.StartedUtc + TimeSpan.FromSeconds(atS / terms.Speed);

    /// <summary>The moment by this clock, seconds.</summary>
    /// <param name="at">The moment by the wall clock.</param>
    public double SecondsOf(DateTimeOffset at) => (at - terms.StartedUtc).TotalSeconds * terms.Speed;

    /// <summary>How long it takes until a moment; 0 when it has passed.</summary>
    /// <param name="atS">The moment in seconds; infinite for never.</param>
    /// <returns>Never more than a day: whoever waits looks again.</returns>
    public TimeSpan Until(double atS) => TimeSpan.FromSeconds(Math.Clamp((atS - NowS) / terms.Speed, 0, 86_400));
}
