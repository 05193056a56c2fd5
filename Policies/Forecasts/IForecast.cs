namespace ControlPlane.Policies.Forecasts;

/// <summary>Says what the coming slots will be, from those that were.</summary>
/// <typeparam name="T">What a slot is: a price, or a whole <see cref="ControlPlane.Planning.Energy.StorageSlot"/>.</typeparam>
public interface IForecast<T>
{
    /// <summary>Short name, for tables.</summary>
    string Name { get; }

    /// <summary>Fills the slots after the present one, the nearest first.</summary>
    /// <param name="history">All slots from the first to the present one, which is the last; at least one.</param>
    /// <param name="coming">The slots to fill.</param>
    /// <exception cref="ArgumentException">No history, or the forecast cannot see that far; the message says how far.</exception>
    void Fill(ReadOnlySpan<T> history, Span<T> coming);
}
