using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Locational prices of PJM's Data Miner 2, real time or day ahead, five minutes or an hour.</summary>
/// <param name="market">The market as the columns name it: <c>rt</c> or <c>da</c>.</param>
/// <param name="title">What it is.</param>
internal sealed class PjmPrices(string market, string title) : TableLayout(
    $"pjm-{market}",
    title,
    $"datetime_beginning_utc,datetime_beginning_ept,pnode_id,pnode_name,voltage,equipment,type,zone,system_energy_price_{market},total_lmp_{market},congestion_price_{market},marginal_loss_price_{market},row_is_current,version_nbr",
    "Slots begin at the time. With both times the Eastern one must fit the UTC one; with the Eastern one alone the hour that comes twice is told by order. Rows that are not current are left out. One node at a time.")
{
    private static readonly string[] Formats = ["M/d/yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm"];

    public override IReadOnlyList<string> Needed { get; } = ["datetime_beginning_utc|datetime_beginning_ept", "pnode_name|pnode_id", $"total_lmp_{market}"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var (utc, ept) = (columns.Find("datetime_beginning_utc"), columns.Find("datetime_beginning_ept"));
        var (node, price, current) = (columns.Get(Needed[1]), columns.Get(Needed[2]), columns.Find("row_is_current"));
        var zones = new ZoneTracks(context, "nodes");
        var track = new SampleTrack(context, "price", FileUnit.UsdPerMwh, columns.Get(Needed[0]).Name);
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (!zones.Takes(rows.Span(node.Index)) || current is { } flag && rows.Text(flag).Equals("false", StringComparison.OrdinalIgnoreCase))
                continue;
            track.Add(utc is { } time ? Paired(rows, time, ept) : EasternColumn.Utc(rows, ept!.Value, Formats, track.Last), rows.Value(price, FileUnit.UsdPerMwh), rows.Line);
        }

        zones.Check();
        return context.Result(zones.Zone, track.Rows, [track.Series(zones.Zone)]);
    }

    private static DateTimeOffset Paired(SignalRows rows, Column utc, Column? ept)
    {
        var time = DateTime.SpecifyKind(rows.Local(utc, Formats), DateTimeKind.Utc);
        if (ept is { } local && !rows.Span(local.Index).Trim().IsEmpty && rows.Local(local, Formats) != time + EasternTime.Offset(time))
            throw rows.Wrong(local, $"the Eastern time of {time:yyyy-MM-dd HH:mm} UTC, {time + EasternTime.Offset(time):yyyy-MM-dd HH:mm}");
        return new DateTimeOffset(time);
    }
}
