using ControlPlane.Benchmarks.Micro;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>Events per second of processor time in the hold model.</summary>
internal static class HoldModelBar
{
    private const int Repeats = 9;
    private const int Events = 2_000_000;
    private const double LeastEventsPerS = 5e6;

    public static IEnumerable<BarRow> Measure()
    {
        yield return Row(1_000, LeastEventsPerS);
        yield return Row(100, null);
        yield return Row(100_000, null);
    }

    private static BarRow Row(int pending, double? least)
    {
        var model = new HoldModel(pending);
        model.Serve(Events);
        var perS = RunMeter.Median(Enumerable.Range(0, Repeats).Select(_ => EventsPerS(model)));
        return new BarRow(
            $"hold model, {pending} pending",
            least is { } limit ? $">= {limit / 1e6:F0} M events/s" : BarRow.NoLimit,
            $"{perS / 1e6:F1} M events/s",
            !(perS < least),
            new Dictionary<string, double> { ["eventsPerS"] = perS });
    }

    private static double EventsPerS(HoldModel model)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        model.Serve(Events);
        return Events / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
    }
}
