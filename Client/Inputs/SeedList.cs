using System.Globalization;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads lists of seeds: <c>10</c> (how many), <c>1..10</c> (a range) or <c>1,5,9</c> (these).</summary>
internal static class SeedList
{
    /// <summary>The most seeds of one study.</summary>
    public const int Most = 10_000;

    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "a count such as 10, a range such as 1..10 or a list such as 1,5,9, of at most 10000 seeds, each at least 0";

    /// <summary>Reads a list.</summary>
    /// <param name="text">As written.</param>
    /// <param name="firstSeed">Where a count begins.</param>
    /// <returns>Null when it is not a list of seeds; a seed never comes twice.</returns>
    public static IReadOnlyList<long>? Read(string text, long firstSeed)
    {
        if (text.Contains("..", StringComparison.Ordinal))
            return ReadRange(text.Split(".."));
        if (text.Contains(','))
            return ReadList(text.Split(','));
        return TrySeed(text, out var count) && count is >= 1 and <= Most ? Range(firstSeed, count) : null;
    }

    private static IReadOnlyList<long>? ReadRange(string[] ends) =>
        ends.Length == 2 && TrySeed(ends[0], out var first) && TrySeed(ends[1], out var last) && last >= first && last - first < Most
            ? Range(first, last - first + 1)
            : null;

    private static IReadOnlyList<long>? ReadList(string[] items)
    {
        var seeds = new List<long>();
        foreach (var item in items)
        {
            if (!TrySeed(item, out var seed) || seeds.Contains(seed))
                return null;
            seeds.Add(seed);
        }

        return seeds.Count <= Most ? seeds : null;
    }

    private static IReadOnlyList<long> Range(long first, long count) => [.. Enumerable.Range(0, (int)count).Select(i => first + i)];

    private static bool TrySeed(string text, out long seed) => long.TryParse(text.Trim(), NumberStyles.None, null, out seed) && seed <= long.MaxValue - Most;
}
