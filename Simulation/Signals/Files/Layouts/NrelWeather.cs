using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Weather of NREL's NSRDB or WIND Toolkit: one or two lines about the place, then a header that begins with the year.</summary>
/// <param name="name">Short name.</param>
/// <param name="title">What it is.</param>
/// <param name="header">The header as it must be.</param>
/// <param name="needed">The columns beside the time without which it is not itself.</param>
internal sealed class NrelWeather(string name, string title, string header, params string[] needed) : TableLayout(
    name,
    title,
    header,
    "Lines about the place come first; their 'Time Zone' (or 'Data Timezone') is the offset of the times in hours, and must be stated where they lack it. Values are taken at instants.")
{
    /// <summary>Wind at the height of a hub: the first of these that a file has.</summary>
    public const string HubWind = "wind speed at 100m (m/s)|windspeed at 100m (m/s)|wind speed at 80m (m/s)|wind speed at 120m (m/s)|wind speed at 140m (m/s)|wind speed at 60m (m/s)";

    private static readonly (string Names, string Name, FileUnit Unit)[] Signals =
    [
        ("GHI", "irradiance", FileUnit.WPerM2),
        ("Temperature|Air Temperature|air temperature at 2m (C)|temperature at 100m (C)", "temperature", FileUnit.Celsius),
        ("air temperature at 2m (K)|temperature at 100m (K)", "temperature", FileUnit.Kelvin),
        (HubWind + "|Wind Speed|wind speed at 10m (m/s)", "wind", FileUnit.MPerS),
    ];

    public override IReadOnlyList<string> Needed { get; } = ["Year", "Month", "Day", "Hour", .. needed];

    protected override int HeaderAt(IReadOnlyList<string[]> head)
    {
        for (var i = 1; i < head.Count; i++)
        {
            if (head[i] is [var first, ..] && first.Trim().Equals("Year", StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var place = new NrelPlace(context);
        var clock = new NrelClock(columns, place.Offset);
        var found = Signals.Where(s => columns.Has(s.Names)).Select(s => (Column: columns.Get(s.Names), s.Name, s.Unit)).ToList();
        var tracks = found.ConvertAll(s => new SampleTrack(context, s.Name, s.Unit, "Hour") { Kind = SampleKind.Instant });
        while (rows.Next())
        {
            // Some lines about the place are longer than the table, and so are the rows then.
            if (rows.FieldCount < columns.Header.Count)
                rows.MustHave(columns.Header.Count);
            var utc = clock.Utc(rows);
            for (var i = 0; i < tracks.Count; i++)
                tracks[i].Add(utc, rows.Value(found[i].Column, found[i].Unit), rows.Line);
        }

        return context.Result(place.Name, tracks[0].Rows, [.. tracks.Select(t => t.Series(place.Name))]);
    }
}
