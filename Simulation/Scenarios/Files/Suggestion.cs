namespace ControlPlane.Simulation.Scenarios.Files;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    private const int MaxLength = 64;
    private const int MaxListed = 24;

    /// <summary>Says what was probably meant, or what there is.</summary>
    /// <param name="written">The unknown name.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="what">What they are, for example <c>sites</c>.</param>
    public static string For(string written, IReadOnlyCollection<string> known, string what)
    {
        if (Nearest(written, known) is { } nearest)
            return $"did you mean '{nearest}'?";
        var more = known.Count > MaxListed ? $", … ({known.Count} in all)" : "";
        return known.Count == 0 ? $"there are no {what}" : $"{what} are {string.Join(", ", known.Take(MaxListed))}{more}";
    }

    /// <summary>The nearest name, at most a third of its letters away.</summary>
    /// <param name="written">The unknown name.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>Null when none is near.</returns>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        if (written.Length > MaxLength)
            return null;
        string? best = null;
        var least = int.MaxValue;
        foreach (var name in known)
        {
            var distance = Distance(written.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance >= least || distance > Math.Max(1, name.Length / 3))
                continue;
            (best, least) = (name, distance);
        }

        return best;
    }

    // Edits that turn one into the other: insertions, deletions, substitutions and swaps of neighbours.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
