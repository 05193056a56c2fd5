namespace ControlPlane.Policies.Forecasts;

/// <summary>All will stay as it is now.</summary>
/// <typeparam name="T">What a slot is.</typeparam>
public sealed class Persistence<T> : IForecast<T>
{
    /// <inheritdoc/>
    public string Name => "persistence";

    /// <inheritdoc/>
    public void Fill(ReadOnlySpan<T> history, Span<T> coming)
    {
        if (history.IsEmpty)
            throw new ArgumentException("A forecast needs the present slot at least.", nameof(history));
        coming.Fill(history[^1]);
    }
}
