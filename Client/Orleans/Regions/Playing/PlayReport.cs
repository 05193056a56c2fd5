using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>What became of a play, for people and programs.</summary>
internal static class PlayReport
{
    private const double Median = 0.5;
    private const double Tail = 0.99;
    private const double MsPerS = 1000;

    /// <summary>Makes the report.</summary>
    /// <param name="study">The play.</param>
    public static PlayResult Of(PlayedStudy study)
    {
        var failures = PlayFailures.Of(study);
        var ingresses = StatusTables.Ingresses(study.Fleet, study.Reading.Ingresses);
        var sites = Sites(study);
        var document = new Document
        {
            Heading = [$"{study.Request.Scenario.Name} in region {study.Region}, seed {study.Request.Seed}: {Jobs(study)}"],
            Tables = [ingresses, sites],
            Closing = [Ends(study), Speed(study)],
            Csv = () => ingresses,
            Json = () => Json(study, ingresses, sites, failures),
        };
        return new PlayResult(document, failures);
    }

    private static string Jobs(PlayedStudy study) =>
        study.Tally.Sent == 0 ? "no jobs" : $"{Show.Count(study.Tally.Sent, "job")}, numbered {study.FirstId} to {study.FirstId + study.Tally.Sent - 1}";

    private static string Ends(PlayedStudy study)
    {
        var tally = study.Tally;
        var known = tally[SubmitCode.Known] > 0 ? $" ({tally[SubmitCode.Known]} of them known already)" : "";
        var forgotten = tally.Forgotten > 0 ? $", {tally.Forgotten} ended and forgotten" : "";
        return $"Of these jobs: {tally.Acknowledged} acknowledged{known}, {tally[JobStateCode.Completed]} completed, {tally[JobStateCode.Cancelled]} cancelled, "
            + $"{tally.Rejected} rejected{forgotten}, {study.Live} not ended. Sites finished {study.Reading.Finished} jobs ever, {study.Reading.Completed} are completed.";
    }

    private static string Speed(PlayedStudy study)
    {
        var tally = study.Tally;
        return $"Submitting took {Show.Duration(study.Took.TotalSeconds)}: {study.PlacementsPerS:0.#} placements/s; until acknowledged p50 {Show.Duration(tally.SubmitS.Quantile(Median))}, "
            + $"p99 {Show.Duration(tally.SubmitS.Quantile(Tail))}, longest {Show.Duration(tally.SubmitS.Max)}; {Show.Count(study.Connection.Calls.Repeated, "call")} repeated.";
    }

    private static Table Sites(PlayedStudy study)
    {
        var table = new Table("Sites", [
            Column.Words("site", "site"), new("started", "started"), new("finished", "finished"), new("tenants", "here now"), new("unacknowledged", "unacknowledged")]);
        foreach (var (site, account) in study.Fleet.Sites.Zip(study.Reading.Sites))
            table.Add(Cell.Of(site.Name), Cell.Of(account.Started), Cell.Of(account.Finished), Cell.Of(account.Tenants.Length), Cell.Of(account.Unacknowledged));
        return table;
    }

    private static JsonObject Json(PlayedStudy study, Table ingresses, Table sites, IReadOnlyList<string> failures)
    {
        var tally = study.Tally;
        return new JsonObject
        {
            ["region"] = study.Region,
            ["scenario"] = study.Request.Scenario.Name,
            ["seed"] = study.Request.Seed,
            ["first_id"] = study.FirstId,
            ["jobs"] = tally.Sent,
            ["acknowledged"] = tally.Acknowledged,
            ["known"] = tally[SubmitCode.Known],
            ["completed"] = tally[JobStateCode.Completed],
            ["cancelled"] = tally[JobStateCode.Cancelled],
            ["rejected"] = tally.Rejected,
            ["forgotten"] = tally.Forgotten,
            ["lost"] = tally.Lost,
            ["lost_ids"] = JsonText.Array(tally.LostIds.Select(id => (JsonNode)id)),
            ["not_ended"] = study.Live,
            ["finished_twice"] = study.Reading.FinishedTwice,
            ["submit_s"] = study.Took.TotalSeconds,
            ["placements_per_s"] = JsonText.Number(study.PlacementsPerS),
            ["submit_latency_ms"] = new JsonObject
            {
                ["p50"] = JsonText.Number(tally.SubmitS.Quantile(Median) * MsPerS),
                ["p99"] = JsonText.Number(tally.SubmitS.Quantile(Tail) * MsPerS),
                ["max"] = JsonText.Number(tally.SubmitS.Max * MsPerS),
            },
            ["calls_repeated"] = study.Connection.Calls.Repeated,
            ["cancelled_by_user"] = study.IsCancelled,
            ["ingresses"] = JsonText.Rows(ingresses),
            ["sites"] = JsonText.Rows(sites),
            ["failures"] = JsonText.Array(failures.Select(f => (JsonNode)f)),
        };
    }
}
