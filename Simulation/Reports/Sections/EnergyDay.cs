using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Some time of a site's energy: what it draws and buys, what its battery does, what energy costs, on one axis of time.</summary>
internal static class EnergyDay
{
    /// <summary>Writes the figures.</summary>
    /// <param name="section">Where to.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="series">Its energy slot by slot.</param>
    /// <param name="slotS">Length of a slot, seconds.</param>
    /// <param name="slots">Slots to show, from the first.</param>
    /// <param name="caption">What is under the first figure.</param>
    public static void Write(HtmlSection section, string site, EnergySeries series, double slotS, int slots, string caption)
    {
        var count = Math.Min(slots, series.LoadKw.Count);
        double[] time = [.. Enumerable.Range(0, count).Select(i => (i + 0.5) * slotS)];
        var axis = new Axis("time", "", AxisKind.Time) { Low = 0, High = count * slotS };
        LineSeries Line(string name, int slot, Func<int, double> value) => new(name, slot, time, [.. Enumerable.Range(0, count).Select(value)]);
        var hasRenewable = series.RenewableKw.Any(v => v > 0);
        var hasBattery = series.Soc.Any(v => !float.IsNaN(v));
        List<LineSeries> powers = [Line("used", 0, i => series.LoadKw[i]), Line("bought", 1, i => series.ImportKw[i])];
        if (series.ExportKw.Any(v => v > 0))
            powers.Add(Line("sold", 2, i => series.ExportKw[i]));
        if (hasRenewable)
            powers.Add(Line("sun and wind", 3, i => series.RenewableKw[i]));
        if (hasBattery)
            powers.Add(Line("battery (+ charges)", 4, i => series.BatteryKw[i]));
        section.Figure(
            new LineChart(new($"Power at {site}", $"Power used, bought and sold at {site} over time.", axis, new Axis("power", "kW"), powers) { Step = true }), caption, FigureWidth.Full);
        section.Figure(new LineChart(new(
            $"Price at {site}", $"Price of a bought kWh at {site} over time.", axis, new Axis("price", "USD/MWh"),
            [Line("price", 0, i => series.PriceUsdPerKwh[i] * 1000)])
        { Step = true }));
        if (hasBattery)
        {
            section.Figure(new LineChart(new(
                $"State of charge at {site}", $"State of charge of the battery of {site} over time.", axis, new Axis("state of charge", "") { Low = 0, High = 1, Format = ValueFormat.Percent },
                [Line("state of charge", 4, i => series.Soc[i])])));
        }
    }
}
