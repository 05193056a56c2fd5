using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Prices of 22 zones as HPE's sustain-cluster keeps them.</summary>
internal sealed class SustainPrices() : TableLayout(
    "hpe-prices",
    "HPE sustain-cluster electricity prices (22 zones, hourly)",
    "Datetime (UTC),Datetime (Local),Price (USD/MWh)",
    "Times are UTC; where the local time states its offset it must be the same instant.")
{
    public override IReadOnlyList<string> Needed { get; } = ["Datetime (UTC)", "Datetime (Local)", "Price (USD/MWh)"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var (utc, local, price) = (columns.Get("Datetime (UTC)"), columns.Get("Datetime (Local)"), columns.Get("Price (USD/MWh)"));
        var track = new SampleTrack(context, "price", FileUnit.UsdPerMwh, utc.Name);
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            var time = rows.Utc(utc);
            if (rows.Text(local).IndexOf('+') is var plus && (plus > 0 || rows.Text(local).LastIndexOf('-') > "2023-01-01".Length) && rows.Utc(local) != time)
                throw rows.Wrong(local, $"the same instant as {utc.Name}, {time:yyyy-MM-dd HH:mm} UTC");
            track.Add(time, rows.Value(price, FileUnit.UsdPerMwh), rows.Line);
        }

        return context.Result("", track.Rows, [track.Series("")]);
    }
}
