using ControlPlane.Client.Output;

namespace ControlPlane.Client.Node.Agents;

/// <summary>What agents have done, for people and programs.</summary>
internal static class AgentTables
{
    /// <summary>One line about all of them.</summary>
    /// <param name="cores">The agents.</param>
    public static string Line(IReadOnlyList<AgentCore> cores) =>
        $"{cores.Count(c => c.HasSession)} of {Show.Count(cores.Count, "site")} connected, {cores.Sum(c => c.Running.Count)} running, {cores.Sum(c => c.Tally.Finished)} finished, "
        + $"{cores.Sum(c => c.Tally.Failed)} failed, {cores.Sum(c => c.Tally.Stopped)} stopped";

    /// <summary>A row a site.</summary>
    /// <param name="cores">The agents.</param>
    public static Document Report(IReadOnlyList<AgentCore> cores)
    {
        var table = new Table("", [
            Column.Words("site", "site"), new("sessions", "sessions"), new("started", "started"), new("finished", "finished"), new("failed", "failed"), new("stopped", "stopped")]);
        foreach (var (site, tally) in cores.Select(c => (c.Site, c.Tally)))
            table.Add(Cell.Of(site), Cell.Of(tally.Sessions), Cell.Of(tally.Started), Cell.Of(tally.Finished), Cell.Of(tally.Failed), Cell.Of(tally.Stopped));
        return new Document { Tables = [table], Csv = () => table, Json = () => JsonText.Rows(table) };
    }
}
