using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Power of a solar plant of NREL's integration data of 2006.</summary>
internal sealed class NrelSolar() : TableLayout(
    "nrel-solar",
    "NREL solar integration: power of a plant (5 minutes)",
    "LocalTime,Power(MW)",
    "Local standard time without its offset, which must be stated. The name of the file says place and size: Actual_<lat>_<lon>_2006_<UPV|DPV>_<size>MW_5_Min.csv.")
{
    private static readonly string[] Formats = ["MM/dd/yy HH:mm", "MM/dd/yyyy HH:mm", "M/d/yy H:mm"];

    public override IReadOnlyList<string> Needed { get; } = ["LocalTime", "Power(MW)"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        if (context.Options.UtcOffset is not { } offset)
            throw context.Problem("the times are local and the file does not say where: state their offset from UTC (utcOffset)", 1, "LocalTime");
        var (time, power) = (columns.Get("LocalTime"), columns.Get("Power(MW)"));
        var track = new SampleTrack(context, "power", FileUnit.Mw, time.Name);
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            var utc = new DateTimeOffset(DateTime.SpecifyKind(rows.Local(time, Formats) - offset, DateTimeKind.Utc));
            track.Add(utc, rows.Value(power, FileUnit.Mw), rows.Line);
        }

        var zone = Place(context.FileName);
        return context.Result(zone, track.Rows, [track.Series(zone)]);
    }

    // For example 38.85,-104.65 of Actual_38.85_-104.65_2006_UPV_22MW_5_Min.csv.
    private static string Place(string file) => file.Split('_') is ["Actual" or "DA" or "HA4", var latitude, var longitude, ..] ? $"{latitude},{longitude}" : "";
}
