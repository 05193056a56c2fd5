using ControlPlane.Simulation.Generation.Results;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>A day of load, clock, battery and grid against the price.</summary>
internal static class DaySection
{
    private const double UsdPerMwh = 1000;

    public static void Write(HtmlReport report, GenerationStudyView view)
    {
        var (scenario, day) = (view.Days.Day, view.Day);
        var section = report.Section("A day");
        section.Paragraph($"One day under **{day.Policy}**, seed {day.Seed}, from {view.Days.StartUtc:HH:mm} UTC. Batteries follow '{scenario.Dispatch}': they charge with a surplus or while it is cheap and give while it is dear.");
        var axis = new Axis("time", "", AxisKind.Time) { Low = 0, High = scenario.SlotCount * scenario.SlotS };
        section.Figure(Each("Price of a bought kWh", axis, new Axis("price", "USD/MWh"), view, p => p.BuyUsdPerKwh * UsdPerMwh), "", FigureWidth.Half);
        section.Figure(Each("Load", axis, new Axis("GPU time asked for") { Format = ValueFormat.Percent }, view, p => p.LoadShare), "At clock 1; above 100 % a backlog grows.", FigureWidth.Half);
        section.Figure(Each("Clock of the GPUs", axis, new Axis("clock") { Low = 0.4, High = 1.05 }, view, p => p.Clock), "", FigureWidth.Half);
        if (day.Providers.Any(p => p.Series.Points.Any(x => double.IsFinite(x.Soc))))
            section.Figure(Each("State of charge", axis, new Axis("state of charge") { Low = 0, High = 1, Format = ValueFormat.Percent }, view, p => p.Soc), "", FigureWidth.Half);
        foreach (var provider in day.Providers)
            section.Figure(Power(provider, scenario.SlotS, axis), "", FigureWidth.Full);
    }

    private static LineChart Each(string title, Axis time, Axis y, GenerationStudyView view, Func<ProviderPoint, double> value) => new(new(
        title, $"{title} of each provider over the day.", time, y,
        [.. view.Day.Providers.Select((p, i) => new LineSeries(p.Name, i, Times(p, view.Days.Day.SlotS), [.. p.Series.Points.Select(value)]))])
    { Step = true });

    private static LineChart Power(ProviderResult provider, double slotS, Axis time)
    {
        var perHour = 3600 / slotS;
        LineSeries Line(string name, int slot, Func<ProviderPoint, double> value) => new(name, slot, Times(provider, slotS), [.. provider.Series.Points.Select(value)]);
        List<LineSeries> lines =
            [Line("computers", 0, p => p.LoadKw), Line("bought", 1, p => p.ImportKwh * perHour), Line("sun and wind", 3, p => p.RenewableKwh * perHour)];
        if (provider.Series.Points.Any(p => p.ExportKwh > 0))
            lines.Add(Line("sold", 2, p => p.ExportKwh * perHour));
        return new LineChart(new($"Power at {provider.Name}", $"Power of computers, bought, sold and of sun and wind at {provider.Name} over the day.", time, new Axis("power", "kW"), lines) { Step = true });
    }

    private static double[] Times(ProviderResult provider, double slotS) => [.. Enumerable.Range(0, provider.Series.Points.Count).Select(i => (i + 0.5) * slotS)];
}
