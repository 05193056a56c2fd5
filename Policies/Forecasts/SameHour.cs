namespace ControlPlane.Policies.Forecasts;

/// <summary>
/// Each slot will be as the same slot of the day before; for more than a day ahead the last day comes again. A slot that has no such day, on the first day, is as the present one.
/// </summary>
/// <typeparam name="T">What a slot is.</typeparam>
/// <param name="slotsPerDay">Slots of a day, ≥ 1.</param>
public sealed class SameHour<T>(int slotsPerDay) : IForecast<T>
{
    private readonly int _slotsPerDay = slotsPerDay >= 1 ? slotsPerDay : throw new ArgumentOutOfRangeException(nameof(slotsPerDay), slotsPerDay, "A day has at least one slot.");

    /// <inheritdoc/>
    public string Name => "same-hour";

    /// <inheritdoc/>
    public void Fill(ReadOnlySpan<T> history, Span<T> coming)
    {
        if (history.IsEmpty)
            throw new ArgumentException("A forecast needs the present slot at least.", nameof(history));
        for (var i = 0; i < coming.Length; i++)
        {
            var yesterday = history.Length + i % _slotsPerDay - _slotsPerDay;
            coming[i] = yesterday >= 0 ? history[yesterday] : history[^1];
        }
    }
}
