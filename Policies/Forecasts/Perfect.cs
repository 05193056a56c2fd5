namespace ControlPlane.Policies.Forecasts;

/// <summary>Knows what will be. For bounds and oracles: nothing that is to be deployed may use it.</summary>
/// <typeparam name="T">What a slot is.</typeparam>
/// <param name="slots">All slots, from the first of the history on.</param>
public sealed class Perfect<T>(ReadOnlyMemory<T> slots) : IForecast<T>
{
    /// <inheritdoc/>
    public string Name => "perfect";

    /// <inheritdoc/>
    public void Fill(ReadOnlySpan<T> history, Span<T> coming)
    {
        if (history.IsEmpty || history.Length + coming.Length > slots.Length)
            throw new ArgumentException($"{slots.Length} slots are known; {history.Length} were, and {coming.Length} more are asked for.", nameof(coming));
        slots.Span.Slice(history.Length, coming.Length).CopyTo(coming);
    }
}
