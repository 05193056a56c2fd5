using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Locational prices of the New York ISO: day ahead by the hour, real time by five minutes.</summary>
internal sealed class NyisoPrices() : TableLayout(
    "nyiso",
    "NYISO locational prices, day ahead (hourly) or real time (5 minutes)",
    "\"Time Stamp\",\"Name\",\"PTID\",\"LBMP ($/MWHr)\",\"Marginal Cost Losses ($/MWHr)\",\"Marginal Cost Congestion ($/MWHr)\"",
    "Wall clock of New York; the hour that comes twice is told by order. Hourly rows stand at the beginning of their hour, shorter ones at the end of their interval; additional clearings between are averaged by time. One zone at a time.")
{
    private static readonly string[] Formats = ["MM/dd/yyyy HH:mm", "MM/dd/yyyy HH:mm:ss"];

    // Before 2016 the last name of the header is cut off, so it is not asked for.
    public override IReadOnlyList<string> Needed { get; } = ["Time Stamp", "Name", "LBMP ($/MWHr)"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var (time, name, price) = (columns.Get("Time Stamp"), columns.Get("Name"), columns.Get("LBMP ($/MWHr)"));
        var zones = new ZoneTracks(context, "zones");
        var samples = new List<(DateTimeOffset Utc, double? Value, int Line)>();
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (zones.Takes(rows.Span(name.Index)))
                samples.Add((EasternColumn.Utc(rows, time, Formats, samples.Count == 0 ? DateTimeOffset.MinValue : samples[^1].Utc), rows.Value(price, FileUnit.UsdPerMwh), rows.Line));
        }

        zones.Check();
        var isHourly = samples.TrueForAll(s => s.Utc is { Minute: 0, Second: 0 });
        var track = new SampleTrack(context, "price", FileUnit.UsdPerMwh, time.Name)
        {
            Kind = isHourly ? SampleKind.SlotStart : SampleKind.SlotEnd,
            Step = isHourly ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(5),
        };
        foreach (var (utc, value, line) in samples)
            track.Add(utc, value, line);
        return context.Result(zones.Zone, track.Rows, [track.Series(zones.Zone)]);
    }
}
