namespace ControlPlane.Learning.Pricing;

/// <summary>
/// How a state lies in memory: the features of all resources, then the immediate cost of every option, then what every option occupies, then the size of the
/// task over the mean. Costs and occupancies are those of a task of mean size.
/// </summary>
public static class PricedState
{
    /// <summary>Numbers of a state.</summary>
    /// <param name="settings">Its widths.</param>
    public static int Width(PricedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Resources * (settings.Features + 2 * settings.Levels) + 1;
    }

    /// <summary>Size of the task over the mean.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="state">The state.</param>
    public static ref T Size<T>(Span<T> state) => ref state[^1];

    /// <summary>The features, resource by resource.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="state">The state.</param>
    /// <param name="settings">Its widths.</param>
    public static Span<T> Features<T>(Span<T> state, PricedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return state[..(settings.Resources * settings.Features)];
    }

    /// <summary>The immediate costs, option by option.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="state">The state.</param>
    /// <param name="settings">Its widths.</param>
    public static Span<T> Costs<T>(Span<T> state, PricedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return state.Slice(settings.Resources * settings.Features, settings.Resources * settings.Levels);
    }

    /// <summary>The occupancies, option by option.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="state">The state.</param>
    /// <param name="settings">Its widths.</param>
    public static Span<T> Occupancies<T>(Span<T> state, PricedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return state.Slice(settings.Resources * (settings.Features + settings.Levels), settings.Resources * settings.Levels);
    }
}
