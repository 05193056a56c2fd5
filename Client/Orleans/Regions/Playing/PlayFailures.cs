using ControlPlane.Client.Output;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>What must not be true after a play.</summary>
internal static class PlayFailures
{
    /// <summary>What is wrong, a line each.</summary>
    /// <param name="study">The play.</param>
    public static IReadOnlyList<string> Of(PlayedStudy study)
    {
        var tally = study.Tally;
        (bool IsWrong, string Text)[] checks =
        [
            (study.IsCancelled, $"cancelled: {Show.Count(tally.Sent - tally.Answered, "job")} went out whose acknowledgement was not awaited; take it up with --first-id {study.FirstId}"),
            (OpenLedgers(study).Length > 0, $"the ledger does not close at {OpenLedgers(study)}"),
            (tally.Lost > 0, $"{Show.Count(tally.Lost, "job")} acknowledged and unknown, such as {string.Join(", ", tally.LostIds.Take(3))}"),
            (study is { IsCancelled: false, Request.Waits: true, Live: > 0 }, $"{Show.Count(study.Live, "job")} have not ended, and nothing has moved for {Show.Duration(Math.Round(tally.Still.TotalSeconds))}"),
            (study.Reading.FinishedTwice > 0, $"{Show.Count(study.Reading.FinishedTwice, "job")} finished twice at sites: a lease ended while its site could not be reached, or the protocol is broken"),
            (study.Reading.NeverFinished > 0, $"{Show.Count(study.Reading.NeverFinished, "job")} completed that no site has finished"),
            (tally.Refused > 0, $"{Show.Count(tally.Refused, "job")} not accepted: their ingress stayed full"),
            (tally[SubmitCode.Conflict] > 0, $"{Show.Count(tally[SubmitCode.Conflict], "job")} not accepted: other jobs have their numbers; choose another --first-id"),
            (tally[SubmitCode.Invalid] > 0, $"{Show.Count(tally[SubmitCode.Invalid], "job")} not accepted: the region calls them invalid"),
        ];
        return [.. checks.Where(c => c.IsWrong).Select(c => c.Text)];
    }

    private static string OpenLedgers(PlayedStudy study) =>
        string.Join(", ", study.Fleet.Ingresses.Zip(study.Reading.Ingresses).Where(i => !StatusTables.Closes(i.Second)).Select(i => i.First));
}
