using ControlPlane.Client.Explaining;
using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>What a node says, as tables; for programs JSON under the names of its API.</summary>
internal static class NodeTables
{
    private const double WattsPerKw = 1000;
    private const double JoulesPerKwh = 3.6e6;

    /// <summary>A row a job.</summary>
    /// <param name="jobs">The jobs.</param>
    public static Document Jobs(IReadOnlyList<JobView> jobs)
    {
        var table = new Table("", [
            Column.Words("job", "job"), Column.Words("state", "state"), Column.Words("site", "site"), new("gpus", "GPUs"), new("size_units", "size", "units"),
            new("remaining_units", "left", "units"), new("attempts", "starts"), new("priority", "priority"), Column.Words("tenant", "tenant"), Column.Words("submitted_at", "submitted"),
            Column.Words("ended_at", "ended"), new("energy_kwh", "energy", "kWh")]);
        foreach (var job in jobs)
        {
            var asked = job.Submission;
            table.Add(
                Cell.Of(asked.Id), State(job.State), Cell.Of(job.Site ?? ""), Cell.Of(job.Gpus), Cell.Of(asked.SizeUnits, 2), Cell.Of(job.RemainingUnits, 2), Cell.Of(job.Attempts),
                Cell.Of(asked.Priority), Cell.Of(asked.Tenant ?? ""), At(job.SubmittedAt), At(job.EndedAt), Cell.Of(job.EnergyJ / JoulesPerKwh, 3));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(jobs), Closing = jobs.Count == 0 ? ["no jobs"] : [] };
    }

    /// <summary>One job.</summary>
    /// <param name="job">The job.</param>
    public static Document Job(JobView job) => Jobs([job]) with { Json = () => NodeJson.Node(job) };

    /// <summary>A row a site.</summary>
    /// <param name="sites">The sites.</param>
    public static Document Sites(IReadOnlyList<SiteView> sites)
    {
        var table = new Table("", [
            Column.Words("site", "site"), Column.Words("state", "state"), Column.Words("gpu_type", "type"), new("gpus_up", "GPUs", "up"), new("gpus_free", "GPUs", "free"),
            new("gpu_limit", "GPUs", "limit"), new("running", "running"), new("queued", "queued"), new("finished", "finished"), new("power_kw", "power", "kW"),
            new("energy_kwh", "energy", "kWh"), Column.Words("agent", "agent")]);
        foreach (var site in sites)
        {
            table.Add(
                Cell.Of(site.Name), State(site), Cell.Of(site.GpuType), Cell.Of(site.UpGpus), Cell.Of(site.FreeGpus), Cell.Of(site.GpuLimit), Cell.Of(site.Running), Cell.Of(site.Queued),
                Cell.Of(site.Finished), Cell.Of(site.PowerW / WattsPerKw, 2), Cell.Of(site.EnergyKwh, 2), Cell.Of(site.Agent ?? ""));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(sites) };
    }

    /// <summary>One site.</summary>
    /// <param name="site">The site.</param>
    public static Document Site(SiteView site) => Sites([site]) with { Json = () => NodeJson.Node(site) };

    /// <summary>The ledger: where all jobs are, then a row a site.</summary>
    /// <param name="ledger">The ledger.</param>
    public static Document Ledger(LedgerView ledger)
    {
        var table = new Table("Sites", [
            Column.Words("site", "site"), new("queued", "queued"), new("running", "running"), new("completed", "completed"), new("energy_kwh", "energy", "kWh")]);
        foreach (var site in ledger.Sites)
            table.Add(Cell.Of(site.Site), Cell.Of(site.Queued), Cell.Of(site.Running), Cell.Of(site.Completed), Cell.Of(site.EnergyKwh, 2));
        return new Document
        {
            Heading =
            [
                $"{ledger.Submitted} submitted = {ledger.Held} held + {ledger.Queued} queued + {ledger.Running} running + {ledger.Completed} completed + {ledger.Cancelled} cancelled "
                + $"+ {ledger.Failed} failed: {(ledger.Closes ? "closes" : "DOES NOT CLOSE")}; {ledger.EnergyKwh:0.##} kWh",
            ],
            Tables = [table],
            Csv = () => table,
            Json = () => NodeJson.Node(ledger),
        };
    }

    /// <summary>Why a job is where it is.</summary>
    /// <param name="reasons">The reasons.</param>
    public static Document Why(JobReasons reasons)
    {
        var options = new Table("Options of the last decision", [
            Column.Words("site", "site"), Column.Words("chosen", "chosen"), new("score", "score"), Column.Words("masked", "not possible because"), Column.Words("note", "note")]);
        foreach (var option in reasons.Options)
        {
            options.Add(
                Cell.Of(option.Site, option.IsChosen ? CellMark.Best : CellMark.None), new Cell(option.IsChosen ? "yes" : "", option.IsChosen), Cell.Of(option.Score ?? double.NaN, 4),
                Cell.Of(MaskWords.OfNode(option.Masked)), Cell.Of(option.Note));
        }

        var decided = reasons.DecidedAt is { } at ? $"decided at {Moment(at)} by {reasons.Policy}" : "nobody has decided";
        return new Document
        {
            Heading =
            [
                $"job {reasons.Job.Submission.Id}: {Place(reasons.Job)}",
                decided,
                .. reasons.Replaced is { } why ? [$"the shield replaced its decision: {why}"] : Array.Empty<string>(),
                .. reasons.Shadow is { } shadow ? [PolicyTables.Of(shadow)] : Array.Empty<string>(),
            ],
            Tables = [options, EventLines.Table("History", reasons.History)],
            Csv = () => options,
            Json = () => NodeJson.Node(reasons),
        };
    }

    /// <summary>A moment for people.</summary>
    /// <param name="at">The moment.</param>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'");

    private static string Place(JobView job) => job.Site is { } site ? $"{NodeWords.Of(job.State)} at {site}" : NodeWords.Of(job.State);

    /// <summary>A moment; nothing where there is none.</summary>
    /// <param name="at">The moment.</param>
    public static Cell At(DateTimeOffset? at) => at is { } moment ? new Cell(Moment(moment), $"{moment.UtcDateTime:O}") : Cell.Empty;

    private static Cell State(JobState state) => Cell.Of(NodeWords.Of(state), state switch
    {
        JobState.Failed => CellMark.Bad,
        JobState.Completed => CellMark.Good,
        JobState.Cancelled => CellMark.Faint,
        _ => CellMark.None,
    });

    private static Cell State(SiteView site)
    {
        if (!site.IsConnected)
            return Cell.Of("no agent", CellMark.Bad);
        return site.IsDraining ? Cell.Of("draining", CellMark.Faint) : Cell.Of("up");
    }
}
