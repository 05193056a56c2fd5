using ControlPlane.Policies.Catalog;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>The published week of the paper fleet under every policy.</summary>
internal static class WeekBar
{
    private const int Repeats = 5;
    private const double MostWallS = 1;
    private const double MostPeakMiB = 200;

    // Storage that grows to a new maximum once in a week is no allocation per event; the samples, reports and days of a week are.
    private const double MostAllocatingShare = 0.1;

    // Not only a rule: it solves linear programmes on the way, which allocate.
    private const string SolvesPlans = "fluid";

    // The published tables, spec c: completed jobs and J per unit.
    private static readonly Dictionary<string, (long Completed, double JoulesPerUnit)> Published = new()
    {
        ["dp"] = (60_595, 11.7996),
        ["ucb1"] = (63_111, 11.6974),
        ["jointnf"] = (67_396, 10.3445),
    };

    public static IEnumerable<BarRow> Measure() =>
        PolicyCatalog.WithoutRates.Select(policy => Row(policy.Name, ChildRun.Start("paper", policy.Name, $"{Repeats}")));

    private static BarRow Row(string policy, RunFigures run)
    {
        var allocates = policy != SolvesPlans && run.AllocatingShare > MostAllocatingShare;
        var met = run.WallS <= MostWallS && run.PeakMiB <= MostPeakMiB && !allocates;
        var load = run.SteadyLoad < 1 ? $" at load {run.SteadyLoad}" : "";
        var table = "";
        if (Published.TryGetValue(policy, out var known))
        {
            var same = run.Completed == known.Completed && Math.Abs(run.JoulesPerUnit - known.JoulesPerUnit) < 5e-5;
            met &= same;
            table = same ? ", published table exact" : $", NOT the published table: {run.Completed} jobs, {run.JoulesPerUnit:F4} J/unit";
        }

        return new BarRow(
            $"paper week, {policy}",
            policy == SolvesPlans ? "<= 1 s, <= 200 MB" : "<= 1 s, <= 200 MB, 0 B/event",
            $"{run.WallS:F3} s (first {run.FirstWallS:F2}, CPU {run.CpuS:F3}), {run.PeakMiB:F0} MiB, {run.SteadyBytesPerEvent:0.####} B/event{load}{table}",
            met,
            new Dictionary<string, double>
            {
                ["wallS"] = run.WallS,
                ["firstWallS"] = run.FirstWallS,
                ["cpuS"] = run.CpuS,
                ["peakMiB"] = run.PeakMiB,
                ["steadyBytesPerEvent"] = run.SteadyBytesPerEvent,
                ["allocatingShare"] = run.AllocatingShare,
                ["steadyLoad"] = run.SteadyLoad,
                ["events"] = run.Events,
                ["completed"] = run.Completed,
                ["joulesPerUnit"] = run.JoulesPerUnit,
            });
    }
}
