using ControlPlane.Simulation.Scenarios.Files;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>Picks the rows of one zone from a file that may hold many. Without a wish the file must hold one zone only.</summary>
/// <param name="context">The reading.</param>
/// <param name="what">What zones are called there, for example <c>nodes</c>.</param>
internal sealed class ZoneTracks(ReadContext context, string what)
{
    private const int MaxNames = 100_000;
    private readonly HashSet<string> _names = [];
    private bool _isFound;

    /// <summary>The zone whose rows are taken.</summary>
    public string Zone { get; private set; } = context.Options.Zone ?? "";

    /// <summary>Whether a row is of the zone that is wanted.</summary>
    /// <param name="name">Zone of the row.</param>
    public bool Takes(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.Equals(Zone, StringComparison.OrdinalIgnoreCase))
        {
            if (!_isFound)
                _names.Add(Zone = name.ToString());
            return _isFound = true;
        }

        if (_names.Count < MaxNames)
            _names.GetAlternateLookup<ReadOnlySpan<char>>().Add(name);
        if (_names.Count > 1 || context.Options.Zone is not null)
            return false;
        Zone = name.ToString();
        return _isFound = true;
    }

    /// <summary>Checks at the end that it was clear which zone is meant, and that there is one.</summary>
    public void Check()
    {
        if (context.Options.Zone is { } wanted && !_names.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            throw context.Problem($"there is no {Shown.Quote(wanted)} in this file; {Suggestion.For(wanted, _names, what)}");
        if (context.Options.Zone is null && _names.Count > 1)
            throw context.Problem($"the file holds {_names.Count} {what}: {string.Join(", ", _names.Take(24).Select(Shown.Quote))}{(_names.Count > 24 ? ", …" : "")}; say which one is wanted (zone)");
    }
}
