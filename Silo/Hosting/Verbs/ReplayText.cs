using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ControlPlane.Silo.Embedded.Node.Replaying;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary>A replay for people and for programs.</summary>
internal static class ReplayText
{
    private const double JoulesPerKj = 1000;

    /// <summary>For people.</summary>
    /// <param name="report">The replay.</param>
    public static string Of(ReplayReport report)
    {
        var tally = report.Tally;
        var text = new StringBuilder();
        text.AppendLine(report.Place);
        text.AppendLine(CultureInfo.InvariantCulture, $"policy    {report.Policy}");
        text.AppendLine(CultureInfo.InvariantCulture, $"decisions {tally.Compared + tally.Failed} {(report.SnapshotBatch > 0 ? $"after the snapshot at batch {report.SnapshotBatch}" : "since the node was founded")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"same      {report.Agreed} ({Share(report.Agreed, tally.Compared)}), {tally.OtherGpus} at the same site with other GPUs or clock, {tally.OtherSite} elsewhere or held");
        if (tally.Failed > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"failed    {tally.Failed}, the last: {tally.LastFailure}");
        text.AppendLine(CultureInfo.InvariantCulture, $"predicted {Mean(tally.EnergyJ / JoulesPerKj, tally.Forecast)} kJ and {Mean(tally.CompletionS, tally.Forecast)} s a job, against what was decided");
        text.AppendLine().AppendLine("site                  jobs  kept  gained  energy kJ/job  completion s/job");
        foreach (var site in report.Sites)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{site.Site,-20} {site.Decisions,5} {site.Kept,5} {site.Gained,7} {Mean(site.EnergyJ / JoulesPerKj, site.Decisions),14} {Mean(site.CompletionS, site.Decisions),17}");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>For programs.</summary>
    /// <param name="report">The replay.</param>
    public static string Json(ReplayReport report)
    {
        var tally = report.Tally;
        var sites = report.Sites.Select(s => (JsonNode)new JsonObject
        {
            ["site"] = s.Site,
            ["decisions"] = s.Decisions,
            ["kept"] = s.Kept,
            ["gained"] = s.Gained,
            ["energyJ"] = s.EnergyJ,
            ["completionS"] = s.CompletionS,
        });
        return new JsonObject
        {
            ["place"] = report.Place,
            ["policy"] = report.Policy,
            ["snapshotAtBatch"] = report.SnapshotBatch,
            ["decisions"] = tally.Compared + tally.Failed,
            ["same"] = report.Agreed,
            ["otherGpus"] = tally.OtherGpus,
            ["otherSite"] = tally.OtherSite,
            ["failed"] = tally.Failed,
            ["lastFailure"] = tally.LastFailure.Length > 0 ? tally.LastFailure : null,
            ["scored"] = tally.Scored,
            ["scoreRegret"] = tally.ScoreRegret,
            ["forecast"] = tally.Forecast,
            ["energyJ"] = tally.EnergyJ,
            ["completionS"] = tally.CompletionS,
            ["sites"] = new JsonArray([.. sites]),
        }.ToJsonString();
    }

    private static string Mean(double sum, long count) => count > 0 ? (sum / count).ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture) : "-";

    private static string Share(long part, long whole) => whole > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %") : "-";
}
