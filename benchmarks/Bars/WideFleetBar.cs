namespace ControlPlane.Benchmarks.Bars;

/// <summary>A million jobs with least-loaded over 10, 100 and 1 000 sites with the paper's load per site.</summary>
internal static class WideFleetBar
{
    private const int Repeats = 3;
    private const int Jobs = 1_000_000;
    private const double MostWallS = 15;
    private const double MostPeakMiB = 1024;
    private const double MostRatio = 2;

    public static IEnumerable<BarRow> Measure()
    {
        var hundred = Run(100, 100);
        yield return new BarRow(
            "1 M jobs, 100 sites, least-loaded",
            "<= 15 s, <= 1 GB",
            $"{hundred.WallS:F2} s (CPU {hundred.CpuS:F2}), {hundred.PeakMiB:F0} MiB, {hundred.SteadyBytesPerEvent:0.####} B/event",
            hundred.WallS <= MostWallS && hundred.PeakMiB <= MostPeakMiB,
            new Dictionary<string, double>
            {
                ["wallS"] = hundred.WallS,
                ["cpuS"] = hundred.CpuS,
                ["peakMiB"] = hundred.PeakMiB,
                ["steadyBytesPerEvent"] = hundred.SteadyBytesPerEvent,
                ["events"] = hundred.Events,
            });

        yield return Ratio("1 ingress each", Run(10, 10), hundred, Run(1_000, 1_000));
        yield return Ratio("8 ingresses", Run(10, 8), Run(100, 8), Run(1_000, 8));
    }

    private static BarRow Ratio(string ingresses, RunFigures ten, RunFigures hundred, RunFigures thousand)
    {
        var ratio = NsPerEvent(thousand) / NsPerEvent(ten);
        return new BarRow(
            $"event at 10 / 100 / 1 000 sites, {ingresses}",
            "1 000 sites <= 2x 10 sites",
            $"{NsPerEvent(ten):F0} / {NsPerEvent(hundred):F0} / {NsPerEvent(thousand):F0} ns, {ratio:F2}x",
            ratio <= MostRatio,
            new Dictionary<string, double>
            {
                ["ns10"] = NsPerEvent(ten),
                ["ns100"] = NsPerEvent(hundred),
                ["ns1000"] = NsPerEvent(thousand),
                ["ratio"] = ratio,
            });
    }

    private static RunFigures Run(int sites, int ingresses) =>
        ChildRun.Start("wide", $"{sites}", $"{ingresses}", $"{Jobs}", "least-loaded", $"{Repeats}");

    private static double NsPerEvent(RunFigures run) => run.CpuS / run.Events * 1e9;
}
