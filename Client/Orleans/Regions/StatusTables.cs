using ControlPlane.Client.Output;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>How a region is, as tables.</summary>
internal static class StatusTables
{
    private const double WattsPerKw = 1000;

    /// <summary>A row for each site that has reported.</summary>
    /// <param name="fleet">The region's fleet.</param>
    /// <param name="statuses">What each has reported; null = nothing.</param>
    public static Table Sites(RegionFleet fleet, IEnumerable<(int Site, SiteStatusRecord? Status)> statuses)
    {
        var nowS = fleet.NowS;
        var table = new Table("Sites", [
            Column.Words("site", "site"), Column.Words("state", "state"), new("gpus_up", "GPUs", "up"), new("gpus_free", "GPUs", "free"), new("running", "running"),
            new("queued", "queued"), new("power_kw", "power", "kW"), new("report_age_s", "report", "s old")]);
        foreach (var (site, status) in statuses)
        {
            if (status is null)
            {
                table.Add(Cell.Of(fleet.Sites[site].Name), Cell.Of("no report", CellMark.Faint), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty);
                continue;
            }

            // Of the wall clock: how long the region has decided without knowing better.
            var ageS = Math.Max(0, nowS - status.ReportedS) / fleet.Terms.Speed;
            table.Add(
                Cell.Of(fleet.Sites[site].Name), State(status), Cell.Of(status.UpGpus), Cell.Of(status.FreeGpus), Cell.Of(status.Running), Cell.Of(status.Queued),
                Cell.Of(status.PowerW / WattsPerKw, 2), Cell.Of(ageS, 1));
        }

        return table;
    }

    /// <summary>A row an ingress.</summary>
    /// <param name="fleet">The region's fleet.</param>
    /// <param name="accounts">Ledgers, by ingress index.</param>
    public static Table Ingresses(RegionFleet fleet, IReadOnlyList<IngressAccountRecord> accounts)
    {
        var table = new Table("Ingresses", [
            Column.Words("ingress", "ingress"), new("submitted", "submitted"), new("completed", "completed"), new("cancelled", "cancelled"), new("rejected", "rejected"),
            new("held", "held"), new("sending", "sending"), new("placed", "placed"), Column.Words("closes", "closes")]);
        foreach (var (name, account) in fleet.Ingresses.Zip(accounts))
        {
            table.Add(
                Cell.Of(name), Cell.Of(account.Submitted), Cell.Of(account.Completed), Cell.Of(account.Cancelled), Cell.Of(account.Rejected), Cell.Of(account.Held),
                Cell.Of(account.Sending), Cell.Of(account.Placed), Yes(Closes(account)));
        }

        return table;
    }

    /// <summary>Whether a ledger closes.</summary>
    /// <param name="account">The ledger.</param>
    public static bool Closes(IngressAccountRecord account) =>
        account.Submitted == account.Held + account.Sending + account.Placed + account.Completed + account.Cancelled + account.Rejected;

    private static Cell State(SiteStatusRecord status)
    {
        if (!status.IsUp)
            return Cell.Of("lost", CellMark.Bad);
        return status.IsDraining ? Cell.Of("draining", CellMark.Faint) : Cell.Of(status.Accepting ? "up" : "full");
    }

    private static Cell Yes(bool truth) => new(truth ? "yes" : "NO", truth, truth ? CellMark.None : CellMark.Bad);
}
