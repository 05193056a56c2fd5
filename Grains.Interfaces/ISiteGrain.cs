using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// The energy of a site of a region, with its battery: durable, and it answers after what it did is written. Every operation may be repeated when its outcome is unknown. The key is
/// <see cref="GrainKeys.Energy"/> with the region's name; sites without an energy side have none.
/// </summary>
[Alias("controlplane.ISiteGrain")]
public interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>Wakes it: from now on its slots pass, and it survives the loss of its silo by itself.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Shows it.</summary>
    [Alias("Show")]
    Task<SiteEnergyViewRecord> Show();

    /// <summary>Slots that are over, the newest first.</summary>
    /// <param name="before">Only slots with lesser numbers.</param>
    /// <param name="most">The most of them.</param>
    [Alias("Slots")]
    Task<SlotPageRecord> Slots(long before, int most);

    /// <summary>An operator tells the battery what to do until a moment.</summary>
    /// <param name="order">What.</param>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="RefusedException">Its version is another one, or a value is out of range.</exception>
    [Alias("Override")]
    Task<BatteryChangeReply> Override(BatteryOrderRecord order, string actor);

    /// <summary>The dispatcher decides again.</summary>
    /// <param name="expectedVersion">The version that the caller saw; null for any.</param>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="RefusedException">Its version is another one.</exception>
    [Alias("Release")]
    Task<BatteryChangeReply> Release(long? expectedVersion, string actor);

    /// <summary>Events after a number, the oldest first.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    [Alias("Events")]
    Task<ImmutableArray<EventRecord>> Events(long after, int most);
}
