using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Carbon intensity of a zone by Electricity Maps, direct and over the life cycle.</summary>
internal sealed class ElectricityMapsCarbon() : TableLayout(
    "electricity-maps",
    "Electricity Maps carbon intensity (hourly)",
    "Datetime (UTC),Country,Zone Name,Zone Id,Carbon Intensity gCO₂eq/kWh (direct),Carbon Intensity gCO₂eq/kWh (LCA),Low Carbon Percentage,Renewable Percentage,Data Source,Data Estimated,Data Estimation Method",
    "Two signals: direct emissions (the first, what a site books) and the life cycle. One zone at a time.")
{
    private const string Direct = "Carbon Intensity gCO₂eq/kWh (direct)";
    private const string LifeCycle = "Carbon Intensity gCO₂eq/kWh (LCA)|Carbon Intensity gCO₂eq/kWh (Life cycle)";

    public override IReadOnlyList<string> Needed { get; } = ["Datetime (UTC)", "Zone Id", Direct];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var (time, zone, direct, life) = (columns.Get("Datetime (UTC)"), columns.Get("Zone Id"), columns.Get(Direct), columns.Find(LifeCycle));
        var zones = new ZoneTracks(context, "zones");
        var directTrack = new SampleTrack(context, "carbon direct", FileUnit.GramPerKwh, time.Name);
        var lifeTrack = new SampleTrack(context, "carbon life cycle", FileUnit.GramPerKwh, time.Name);
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (!zones.Takes(rows.Span(zone.Index)))
                continue;
            var utc = rows.Utc(time);
            directTrack.Add(utc, rows.Value(direct, FileUnit.GramPerKwh), rows.Line);
            if (life is { } column)
                lifeTrack.Add(utc, rows.Value(column, FileUnit.GramPerKwh), rows.Line);
        }

        zones.Check();
        SampleTrack[] tracks = life is null ? [directTrack] : [directTrack, lifeTrack];
        return context.Result(zones.Zone, directTrack.Rows, [.. tracks.Select(t => t.Series(zones.Zone))]);
    }
}
