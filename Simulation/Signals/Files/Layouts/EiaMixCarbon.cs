using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>The mix of generation by EIA with its mean carbon intensity, as HPE's dc-rl keeps it.</summary>
internal sealed class EiaMixCarbon() : TableLayout(
    "eia-mix",
    "EIA generation mix with its mean carbon intensity (HPE dc-rl, hourly)",
    "timestamp,WND,SUN,WAT,OIL,NG,COL,NUC,OTH,avg_CI",
    "avg_CI is in g/kWh; a time without offset is UTC.")
{
    public override IReadOnlyList<string> Needed { get; } = ["timestamp", "WND", "SUN", "NG", "COL", "NUC", "avg_CI"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var (time, carbon) = (columns.Get("timestamp"), columns.Get("avg_CI"));
        var track = new SampleTrack(context, "carbon", FileUnit.GramPerKwh, time.Name);
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            track.Add(rows.Utc(time), rows.Value(carbon, FileUnit.GramPerKwh), rows.Line);
        }

        return context.Result("", track.Rows, [track.Series("")]);
    }
}
