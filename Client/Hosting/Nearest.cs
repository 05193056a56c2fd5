namespace ControlPlane.Client.Hosting;

/// <summary>Guesses which name was meant by a misspelt one.</summary>
internal static class Nearest
{
    /// <summary>A phrase for an error message.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns><c>; did you mean 'x'?</c>, or empty when nothing is near.</returns>
    public static string Hint(string written, IEnumerable<string> known) => To(written, known) is { } name ? $"; did you mean '{name}'?" : "";

    /// <summary>The nearest name.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns>Null when none is within a third of its length.</returns>
    public static string? To(string written, IEnumerable<string> known)
    {
        var ranked = known
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(c => c.Distance <= Math.Max(1, c.Name.Length / 3))
            .OrderBy(c => c.Distance);
        return ranked.Select(c => c.Name).FirstOrDefault();
    }

    // Levenshtein's distance, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[to.Length];
    }
}
