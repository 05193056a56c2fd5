using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Price and demand of a region of the Australian market.</summary>
internal sealed class AemoPrices() : TableLayout(
    "aemo",
    "AEMO price and demand (30 minutes, since October 2021 5 minutes)",
    "REGION,SETTLEMENTDATE,TOTALDEMAND,RRP,PERIODTYPE",
    "Australian Eastern Standard Time (UTC+10, no summer time), at the end of the interval. Prices are in AUD: an exchange rate must be stated. One region at a time.")
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(10);
    private static readonly string[] Formats = ["yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm"];

    public override IReadOnlyList<string> Needed { get; } = ["REGION", "SETTLEMENTDATE", "TOTALDEMAND", "RRP"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        if (context.Options.UsdPerAud is not { } rate)
            throw context.Problem("AEMO's prices are in AUD: state what an Australian dollar is worth in USD (usdPerAud)", 1, "RRP");
        if (!(rate > 0 && rate <= 10))
            throw context.Problem($"the exchange rate must be in (0, 10] USD/AUD, not {rate}", 1, "RRP");
        var (region, time, demand, price) = (columns.Get("REGION"), columns.Get("SETTLEMENTDATE"), columns.Get("TOTALDEMAND"), columns.Get("RRP"));
        var zones = new ZoneTracks(context, "regions");
        var unit = FileUnit.AudPerMwh(rate);
        var prices = new SampleTrack(context, "price", unit, time.Name) { Kind = SampleKind.SlotEnd };
        var demands = new SampleTrack(context, "demand", FileUnit.Mw, time.Name) { Kind = SampleKind.SlotEnd };
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (!zones.Takes(rows.Span(region.Index)))
                continue;
            var utc = new DateTimeOffset(rows.Local(time, Formats), Offset).ToUniversalTime();
            prices.Add(utc, rows.Value(price, unit), rows.Line);
            demands.Add(utc, rows.Value(demand, FileUnit.Mw), rows.Line);
        }

        zones.Check();
        return context.Result(zones.Zone, prices.Rows, [prices.Series(zones.Zone), demands.Series(zones.Zone)]);
    }
}
