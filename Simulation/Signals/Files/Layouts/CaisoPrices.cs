using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Locational prices of CAISO's OASIS.</summary>
internal sealed class CaisoPrices() : TableLayout(
    "caiso",
    "CAISO OASIS locational prices (PRC_LMP)",
    "INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,OPR_HR,OPR_INTERVAL,NODE_ID_XML,NODE_ID,NODE,MARKET_RUN_ID,LMP_TYPE,XML_DATA_ITEM,PNODE_RESMRID,GRP_TYPE,POS,MW,GROUP",
    "Slots begin at INTERVALSTARTTIME_GMT; only rows with LMP_TYPE LMP count, their price is in the column MW. OASIS writes hours in no order: they are put in order. One node at a time.")
{
    public override IReadOnlyList<string> Needed { get; } = ["INTERVALSTARTTIME_GMT", "NODE|NODE_ID", "LMP_TYPE", "MW"];

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var (time, node, type, price) = (columns.Get(Needed[0]), columns.Get(Needed[1]), columns.Get(Needed[2]), columns.Get(Needed[3]));
        var zones = new ZoneTracks(context, "nodes");
        var track = new SampleTrack(context, "price", FileUnit.UsdPerMwh, time.Name) { MayBeUnordered = true };
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (rows.Span(type.Index).Trim().Equals("LMP", StringComparison.OrdinalIgnoreCase) && zones.Takes(rows.Span(node.Index)))
                track.Add(rows.Utc(time), rows.Value(price, FileUnit.UsdPerMwh), rows.Line);
        }

        zones.Check();
        return context.Result(zones.Zone, track.Rows, [track.Series(zones.Zone)]);
    }
}
