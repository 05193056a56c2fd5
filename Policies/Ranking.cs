using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies;

/// <summary>The best of many options, in order, in a span: the feasible ones with the least scores, those without a score last.</summary>
internal static class Ranking
{
    /// <summary>Whether an option belongs to the best.</summary>
    /// <param name="best">The best so far.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="score">Its score.</param>
    public static bool HasRoom(ReadOnlySpan<RankedOption> best, int count, double score) =>
        count < best.Length || (count > 0 && IsBefore(score, best[count - 1].Score));

    /// <summary>Adds an option that belongs to the best.</summary>
    /// <param name="best">The best so far.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="option">The option; options come in order of their sites.</param>
    /// <returns>How many there are then.</returns>
    public static int Add(Span<RankedOption> best, int count, in RankedOption option)
    {
        var at = count == best.Length ? count - 1 : count;
        for (; at > 0 && IsBefore(option.Score, best[at - 1].Score); at--)
            best[at] = best[at - 1];
        best[at] = option;
        return Math.Min(count + 1, best.Length);
    }

    /// <summary>The options of an explanation that is in order.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="best">Receives the best of them.</param>
    /// <returns>How many it wrote.</returns>
    public static int Of(Explanation explanation, Span<RankedOption> best)
    {
        var count = 0;
        foreach (var option in explanation.Options)
        {
            if (count == best.Length || option.Mask != MaskReason.None)
                break;
            best[count++] = new RankedOption(option.Site, option.Mask, option.Score ?? double.NaN, option.Allocation);
        }

        return count;
    }

    private static bool IsBefore(double score, double other) => score < other || (double.IsNaN(other) && !double.IsNaN(score));
}
