using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>Starts of jobs by GPU count and by clock as shares per policy, grouped where there are many different values.</summary>
internal static class StartGroups
{
    private const int Most = 8;

    /// <summary>By GPU count: 1, 2, ... 8, or 1, 2, 3–4, 5–8, 9–16, ... where jobs may get more.</summary>
    /// <param name="policies">The runs of each policy.</param>
    public static IReadOnlyList<(string Name, double[] Shares)> Counts(IReadOnlyList<IReadOnlyList<RunResult>> policies)
    {
        var max = policies.Max(runs => runs.Max(r => r.StartsByGpus.Count));
        var ranges = new List<(double From, double To)>();
        if (max <= Most)
            ranges.AddRange(Enumerable.Range(1, max).Select(n => ((double)n, (double)n)));
        else
            for (var to = 1; ranges.Count == 0 || ranges[^1].To < max; to *= 2) ranges.Add(((to / 2) + 1, to));
        return Of(policies, ranges, r => r.StartsByGpus.Select((starts, i) => (i + 1.0, starts)), n => NumberFormat.Count(n));
    }

    /// <summary>By clock in percent: each level, or tenths where there are many levels.</summary>
    /// <param name="policies">The runs of each policy.</param>
    public static IReadOnlyList<(string Name, double[] Shares)> Clocks(IReadOnlyList<IReadOnlyList<RunResult>> policies)
    {
        var levels = policies.SelectMany(runs => runs.SelectMany(r => r.StartsByClock)).Where(c => c.Starts > 0).Select(c => c.Clock).Distinct().Order().ToArray();
        var ranges = levels.Length <= Most
            ? levels.Select(c => (c, c))
            : Enumerable.Range(0, 10).Select(k => ((k / 10.0) + 1e-9, ((k + 1) / 10.0) + 1e-9));
        return Of(policies, [.. ranges], r => r.StartsByClock, c => NumberFormat.Trimmed(Math.Round(c * 100, 1)));
    }

    private static List<(string Name, double[] Shares)> Of(
        IReadOnlyList<IReadOnlyList<RunResult>> policies, List<(double From, double To)> ranges,
        Func<RunResult, IEnumerable<(double Value, long Starts)>> starts, Func<double, string> say)
    {
        var all = policies.Select(runs => runs.SelectMany(starts).ToArray()).ToArray();
        var groups = ranges.ConvertAll(range => (
            Name: range.From == range.To ? say(range.To) : $"{say(range.From)}–{say(range.To)}",
            Shares: Array.ConvertAll(all, s => s.Where(x => x.Value >= range.From && x.Value <= range.To).Sum(x => x.Starts) / Math.Max(1.0, s.Sum(x => x.Starts)))));
        return groups.FindAll(g => g.Shares.Any(share => share > 0));
    }
}
