using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

/// <summary>One chart of every kind, with eight policies and fixed data, for the tests that hold for all charts.</summary>
internal static class SampleCharts
{
    public static readonly string[] Policies =
        ["DP (paper)", "UCB1", "JointNF", "random feasible", "least energy", "join shortest queue", "fluid", "CHSAC-AF (trained)"];

    /// <summary>The charts by name; the text goes into every title, label and name.</summary>
    public static IReadOnlyDictionary<string, Chart> All(string text = "")
    {
        var names = Policies.Select(p => p + text).ToArray();
        var time = new Axis("time" + text, "", AxisKind.Time);
        var service = new Axis("service time" + text, "", AxisKind.LogTime);
        return new Dictionary<string, Chart>(StringComparer.Ordinal)
        {
            ["line"] = new LineChart(new("Power" + text, "d" + text, time, new Axis("power" + text, "kW" + text), [.. names.Select((n, i) => Line(n, i))])
            {
                Events = [new(100_000, "us-west lost" + text, 140_000), new(104_000, "price spike" + text), new(590_000, "maintenance" + text)],
                References = [new(260, "limit" + text)],
            }),
            ["line-ends"] = new LineChart(new("Power" + text, "d" + text, time, new Axis("power" + text, "kW"), [.. names.Take(4).Select((n, i) => Line(n, i))]) { Step = true }),
            ["line-mean"] = new LineChart(new("Power" + text, "d" + text, time, new Axis("power" + text, "kW"), [.. names.Take(2).Select((n, i) => Line(n, i))]) { Detail = SeriesDetail.MeanAndRange }),
            ["ecdf"] = new EcdfChart(new("Service" + text, "d" + text, service, Samples(names)) { Population = "jobs" + text }),
            ["ccdf"] = new EcdfChart(new("Service" + text, "d" + text, service, Samples(names)) { Complementary = true }),
            ["density"] = new DensityChart(new("Service" + text, "d" + text, service, Samples(names))),
            ["box"] = new BoxRowChart(new("Service" + text, "d" + text, service, [.. Samples(names).Select(BoxRow.Of)])),
            ["heat"] = new HeatMap(new("Shares" + text, "d" + text, names, [.. names.Select(n => "to " + n)],
                [.. names.Select((_, r) => (IReadOnlyList<double>)[.. names.Select((_, c) => r == 2 && c == 3 ? double.NaN : r * c / 49.0)])]) { ValueLabel = "of jobs" + text, ColumnLabel = "target" + text }),
            ["scatter"] = new ScatterWithCurve(new("Energy" + text, "d" + text, service, new Axis("energy" + text, "J/unit"), [.. names.Select(Point)])
            {
                Curves = [new("frontier" + text, [300, 1000, 3000, 6000], [9, 7.5, 6.8, 6.5]) { ShadeBelow = true, RegionLabel = "infeasible" + text }],
            }),
            ["bar"] = new BarChart(new("Energy" + text, "d" + text, new Axis("energy" + text, "J/unit"), names,
                [new("energy" + text, 0, [.. names.Select((_, i) => i == 3 ? double.NaN : 6.0 + i)]) { Low = [.. names.Select((_, i) => 5.5 + i)], High = [.. names.Select((_, i) => 6.5 + i)] }]) { CategorySlots = [.. names.Select((_, i) => i)] }),
            ["bar-grouped"] = new BarChart(new("GPUs" + text, "d" + text, new Axis("share" + text) { Format = ValueFormat.Percent }, ["1" + text, "2", "3-8"],
                [.. names.Select((n, i) => new BarSeries(n, i, [0.1 * i, 0.3, 0.05 * i]))])),
            ["bar-stacked"] = new BarChart(new("Clock" + text, "d" + text, new Axis("share" + text) { Format = ValueFormat.Percent, High = 1 }, names,
                [.. Enumerable.Range(0, 8).Select(k => new BarSeries($"0.{k + 3}" + text, k, [.. names.Select((_, i) => k == i ? 0.65 : 0.05)]))]) { Layout = BarLayout.Stacked, OrderedSeries = true }),
            ["gantt"] = new GanttChart(new("Jobs" + text, "d" + text, time with { Low = 0, High = 86_400 }, [.. names.Select((n, i) => new GanttRow(n, i, [.. Bars(i, text)]))])),
        };
    }

    /// <summary>A week in steps of ten minutes.</summary>
    public static LineSeries Line(string name, int slot)
    {
        var x = Enumerable.Range(0, 1009).Select(i => i * 600.0).ToArray();
        var y = x.Select((t, i) => i is > 300 and < 340 && slot == 1 ? double.NaN : 100 + (20 * slot) + (15 * Math.Sin(t / 13_750)) + (i * 37 % 11)).ToArray();
        return new LineSeries(name, slot, x, y) { Low = [.. y.Select(v => v - 5)], High = [.. y.Select(v => v + 5)] };
    }

    // Some at once, some short, none in the last row.
    private static IEnumerable<GanttBar> Bars(int row, string text) =>
        Enumerable.Range(0, 7 - row).Select(k => new GanttBar($"job-{row}-{k}{text}", 9_000 * k, 9_000 * k + 600 + 6_000 * ((row + k) % 4), "384 GPUs"));

    /// <summary>Lognormal-like samples from equally spaced probabilities, a tenth of them zero in the last one.</summary>
    public static IReadOnlyList<SampleSeries> Samples(IReadOnlyList<string> names) =>
        [.. names.Select((n, s) => new SampleSeries(n, s, Enumerable.Range(1, 499).Select(i => s == 7 && i < 50 ? 0 : 600 * (s + 1) * Math.Pow(i / (500.0 - i), 0.4))))];

    private static ScatterPoint Point(string name, int slot)
    {
        var (x, y) = (500 * Math.Pow(1.35, slot), 7 + (slot * 7 % 5 * 0.6));
        return new ScatterPoint(name, slot, x, y) { XLow = x * 0.95, XHigh = x * 1.05, YLow = y - 0.1, YHigh = y + 0.1 };
    }
}
