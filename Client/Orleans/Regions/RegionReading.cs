using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>Looks at a region without changing anything.</summary>
internal static class RegionReading
{
    /// <summary>The region as it is now: sites as the fleet board has them, which is how policies see them.</summary>
    /// <param name="connection">The way to it.</param>
    public static async Task<Document> Status(RegionConnection connection)
    {
        var region = connection.Target.Region;
        var fleet = await RegionFleet.Load(connection).ConfigureAwait(false);
        var versions = await connection.Calls.Call(connection.Coordinator.Versions).ConfigureAwait(false);
        var board = await connection.Calls.Call(() => connection.Grains.GetGrain<IFleetBoardGrain>(region).Changes(0)).ConfigureAwait(false);
        var reports = board.Statuses.ToDictionary(s => s.Site);
        var accounts = await fleet.AskIngresses(i => i.Account()).ConfigureAwait(false);
        var sites = StatusTables.Sites(fleet, Enumerable.Range(0, fleet.Sites.Count).Select(s => (s, reports.GetValueOrDefault(s))));
        var ingresses = StatusTables.Ingresses(fleet, accounts);
        var published = fleet.Published;
        return new Document
        {
            Heading =
            [
                $"region {region}: {published.Policy.ToSpec().Label} (version {published.Version} of {versions[^1].Version}, publication {published.Publication}), "
                + $"clock {Show.Moment(fleet.NowS)} at speed {fleet.Terms.Speed:0.###}",
            ],
            Tables = [sites, ingresses],
            Csv = () => sites,
            Json = () => new JsonObject
            {
                ["region"] = region,
                ["publication"] = published.Publication,
                ["version"] = published.Version,
                ["policy"] = published.Policy.ToSpec().Label,
                ["clock_s"] = fleet.NowS,
                ["speed"] = fleet.Terms.Speed,
                ["lease_s"] = fleet.Terms.LeaseS,
                ["versions"] = JsonText.Rows(VersionTables.Table(versions)),
                ["sites"] = JsonText.Rows(sites),
                ["ingresses"] = JsonText.Rows(ingresses),
            },
        };
    }

    /// <summary>Asks every ingress for jobs.</summary>
    /// <param name="connection">The way to the region.</param>
    /// <param name="ids">Numbers of the jobs.</param>
    public static async Task<(Document Document, bool AreKnown)> Find(RegionConnection connection, IReadOnlyList<long> ids)
    {
        var fleet = await RegionFleet.Load(connection).ConfigureAwait(false);
        var answers = await fleet.AskIngresses(i => i.Find([.. ids])).ConfigureAwait(false);
        var table = new Table("Jobs", [
            new("job", "job"), Column.Words("state", "state"), Column.Words("ingress", "ingress"), Column.Words("site", "site"), new("token", "token"), new("ended_s", "ended", "clock s")]);
        var areKnown = true;
        for (var k = 0; k < ids.Count; k++)
        {
            var ingress = Array.FindIndex(answers, a => a[k].State != JobStateCode.Unknown);
            areKnown &= ingress >= 0;
            table.Add(Row(fleet, ingress, answers[Math.Max(0, ingress)][k]));
        }

        var document = new Document { Tables = [table], Csv = () => table, Json = () => JsonText.Rows(table) };
        return (document, areKnown);
    }

    private static Cell[] Row(RegionFleet fleet, int ingress, JobStateRecord job) =>
    [
        Cell.Of(job.Id),
        Cell.Of($"{job.State}".ToLowerInvariant(), ingress < 0 ? CellMark.Bad : CellMark.None),
        ingress < 0 ? Cell.Empty : Cell.Of(fleet.Ingresses[ingress]),
        job.Site < 0 ? Cell.Empty : Cell.Of(fleet.Sites[job.Site].Name),
        job.Token > 0 ? Cell.Of(job.Token) : Cell.Empty,
        double.IsNaN(job.EndedS) ? Cell.Empty : Cell.Of(job.EndedS, 1),
    ];
}
