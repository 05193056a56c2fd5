using System.Collections;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A series that a file gives as one number: the same value in every slot, without an array for it.</summary>
/// <param name="value">The value.</param>
/// <param name="count">Number of slots.</param>
internal sealed class EverySlot(double value, int count) : IReadOnlyList<double>
{
    public int Count => count;

    public double this[int index] => index >= 0 && index < count ? value : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>A series of a file with its number of slots, where it did not have one yet.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> series, int slots) => series is EverySlot { Count: 0 } single ? single.Over(slots) : series;

    public IEnumerator<double> GetEnumerator() => Enumerable.Repeat(value, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private EverySlot Over(int slots) => new(value, slots);
}
