using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class TickTests
{
    [Theory]
    [InlineData(10, 5, 2)]
    [InlineData(10, 10, 1)]
    [InlineData(0.7, 4, 0.2)]
    [InlineData(97, 5, 20)]
    [InlineData(43, 10, 5)]
    [InlineData(1e-9, 3, 5e-10)]
    public void Step_is_the_smallest_of_1_2_5_that_suffices(double span, int maxSteps, double expected) =>
        Assert.Equal(expected, NiceTicks.Step(span, maxSteps), expected * 1e-9);

    [Fact]
    public void Limits_expand_outwards_but_stay_where_they_are_round()
    {
        Assert.Equal((0, 10), NiceTicks.Expand(0, 10, 5));
        var (low, high) = NiceTicks.Expand(0.13, 0.97, 5);
        Assert.Equal(0, low, 1e-12);
        Assert.Equal(1, high, 1e-12);
    }

    [Fact]
    public void Linear_labels_have_just_the_decimals_of_the_step()
    {
        Assert.Equal(["0", "0.2", "0.4", "0.6"], Labels(NiceTicks.Linear(0, 0.7, 4)));
        Assert.Equal(["−2", "−1", "0", "1", "2"], Labels(NiceTicks.Linear(-2, 2, 4)));
        Assert.Equal(["0", "500 k", "1 000 k"], Labels(NiceTicks.Linear(0, 999_999.9999, 2)));
        Assert.Equal(["0", "0.5 M", "1.0 M"], Labels(NiceTicks.Linear(0, 1e6, 2)));
        Assert.Equal(["0 %", "50 %", "100 %"], Labels(NiceTicks.Linear(0, 1, 2, ValueFormat.Percent)));
    }

    [Fact]
    public void Linear_ticks_do_not_accumulate_rounding_errors()
    {
        var ticks = NiceTicks.Linear(0, 100, 1000);
        Assert.Equal(1001, ticks.Count);
        Assert.All(ticks, t => Assert.Equal(Math.Round(t.Value, 1), t.Value, 1e-12));
    }

    [Fact]
    public void Log_axis_labels_decades_and_leaves_the_rest_unlabelled()
    {
        var ticks = LogTicks.Numbers(1, 1000, 6);
        Assert.Equal(["1", "10", "100", "1 000"], Labels(ticks));
        Assert.Equal(28, ticks.Count);
        Assert.Equal(["1", "2", "5", "10", "20"], Labels(LogTicks.Numbers(1, 30, 6)));
        Assert.Equal(["10⁻⁶", "10⁻⁴", "0.01", "1", "100"], Labels(LogTicks.Numbers(1e-6, 1e2, 5)));
        Assert.Equal(["0.1 %", "1 %", "10 %", "100 %"], Labels(LogTicks.Numbers(1e-3, 1, 6, ValueFormat.Percent)));
    }

    [Fact]
    public void Log_axis_refuses_limits_of_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => LogTicks.Numbers(0, 1, 5));

    [Fact]
    public void Log_time_axis_uses_round_durations()
    {
        Assert.Equal(["1 s", "2 s", "5 s", "10 s"], Labels(LogTicks.Durations(1, 10, 6)));
        Assert.Equal(["10 min", "30 min", "2 h", "8 h", "1 d", "4 d"], Labels(LogTicks.Durations(300, 6 * 86_400, 7)));
        Assert.Equal(["1 s", "10 s", "1 min", "10 min", "1 h", "10 h", "1 d"], Labels(LogTicks.Durations(0.9, 1e5, 7)));
    }

    [Theory]
    [InlineData(7 * 86_400, "d", "0|1|2|3|4|5|6|7")]
    [InlineData(86_400, "h", "0|3|6|9|12|15|18|21|24")]
    [InlineData(3600, "min", "0|10|20|30|40|50|60")]
    [InlineData(90, "s", "0|20|40|60|80")]
    [InlineData(2 * 86_400, "d", "0.00|0.25|0.50|0.75|1.00|1.25|1.50|1.75|2.00")]
    public void Time_axis_takes_the_unit_of_which_the_span_holds_two(double spanS, string unit, string labels)
    {
        var (ticks, name) = TimeTicks.Linear(0, spanS, 8);
        Assert.Equal(unit, name);
        Assert.Equal(labels, string.Join('|', Labels(ticks)));
        Assert.Equal(spanS, ticks[^1].Value, spanS * 0.12);
    }

    private static IEnumerable<string> Labels(IReadOnlyList<Tick> ticks) =>
        ticks.Where(t => t.Label.Length > 0).Select(t => t.Label.Replace('\u202f', ' ').Replace('\u00a0', ' '));
}
