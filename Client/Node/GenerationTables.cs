using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Client.Node;

/// <summary>A node's service providers and generation jobs, as tables; for programs JSON under the names of its API. What is not known is a dash, never a zero.</summary>
internal static class GenerationTables
{
    /// <summary>A row a provider.</summary>
    /// <param name="providers">The providers.</param>
    public static Document Providers(IReadOnlyList<ProviderView> providers)
    {
        var table = new Table("", [
            Column.Words("provider", "provider"), Column.Words("model", "model"), new("load_percent", "load", "%"), new("backlog_percent", "backlog", "%"), Column.Words("takes", "takes work"),
            new("open", "open", "jobs"), new("on_time", "on time", "jobs"), new("late", "late", "jobs"), new("abandoned", "abandoned", "jobs"), new("declined", "declined", "jobs"),
            new("today_revenue_usd", "revenue", "USD today"), new("today_penalty_usd", "penalty", "USD today"), new("today_transfer_usd", "transfer", "USD today"),
            new("today_energy_usd", "energy", "USD today"), new("today_utility_usd", "utility", "USD today"), new("unknown", "slots", "unknown")]);
        foreach (var p in providers)
        {
            table.Add(
                Cell.Of(p.Name), Cell.Of(p.Model), Cell.Of(100 * p.LoadShare, 1), Cell.Of(100 * p.BacklogShare, 1), p.IsDraining ? Cell.Of("no", CellMark.Bad) : Cell.Of("yes"),
                Cell.Of(p.Jobs.Open, 0), Cell.Of(p.Jobs.OnTime, 1), Cell.Of(p.Jobs.Late, 1), Cell.Of(p.Jobs.Abandoned, 1), Cell.Of(p.Jobs.Declined, 0), Cell.Of(p.Today.RevenueUsd, 4),
                Cell.Of(p.Today.PenaltyUsd, 4), Cell.Of(p.Today.TransferUsd, 4), Cell.Of(p.Today.EnergyUsd, 4), Cell.Of(p.Today.UtilityUsd, 4),
                Cell.Of(p.UnknownSlots, 0, p.UnknownSlots > 0 ? CellMark.Bad : CellMark.None));
        }

        return new Document
        {
            Tables = [table],
            Csv = () => table,
            Json = () => NodeJson.Node(providers),
            Closing = providers.Count == 0 ? ["this fleet has no service providers"] : [],
        };
    }

    /// <summary>One provider.</summary>
    /// <param name="provider">The provider.</param>
    public static Document Provider(ProviderView provider) => Providers([provider]) with { Json = () => NodeJson.Node(provider) };

    /// <summary>A row a number of steps.</summary>
    /// <param name="quotes">The quotes.</param>
    public static Document Quotes(IReadOnlyList<QuoteView> quotes)
    {
        var table = new Table("", [
            new("steps", "steps"), Column.Words("feasible", "in time"), new("completion_s", "completion", "s"), new("quality", "quality"), new("price_usd", "energy", "USD"),
            new("load_percent", "load", "% of a slot")]);
        foreach (var q in quotes)
        {
            table.Add(
                Cell.Of(q.Steps), q.IsFeasible ? Cell.Of("yes") : Cell.Of("no", CellMark.Bad), Cell.Of(q.CompletionS, 2), Cell.Of(q.Quality, 3), Cell.Of(q.PriceUsd ?? double.NaN, 6),
                Cell.Of(100 * q.LoadShare, 2));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(quotes) };
    }

    /// <summary>Generation jobs.</summary>
    /// <param name="jobs">The jobs.</param>
    public static Document Jobs(GenerationJobView jobs)
    {
        var table = new Table("", [
            Column.Words("id", "id"), Column.Words("state", "state"), Column.Words("provider", "provider"), new("steps", "steps"), new("quoted_s", "quoted", "s"),
            Column.Words("known_at", "known at"), new("on_time", "on time", "jobs"), new("late", "late", "jobs"), new("abandoned", "abandoned", "jobs"), new("revenue_usd", "revenue", "USD"),
            Column.Words("reason", "reason")]);
        var (asked, outcome) = (jobs.Submission, jobs.Outcome);
        table.Add(
            Cell.Of(asked.Id), Cell.Of(NodeWords.Of(jobs.State), jobs.State == GenerationState.Declined ? CellMark.Bad : CellMark.None), Cell.Of(jobs.Provider ?? ""),
            Cell.Of(jobs.Steps ?? double.NaN, 0), Cell.Of(jobs.QuotedCompletionS ?? double.NaN, 2), NodeTables.At(jobs.KnownAt), Cell.Of(outcome?.OnTime ?? double.NaN, 1),
            Cell.Of(outcome?.Late ?? double.NaN, 1), Cell.Of(outcome?.Abandoned ?? double.NaN, 1), Cell.Of(outcome?.RevenueUsd ?? double.NaN, 6), Cell.Of(jobs.Reason ?? ""));
        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(jobs) };
    }

    /// <summary>Why generation jobs are where they are.</summary>
    /// <param name="reasons">The reasons.</param>
    public static Document Why(GenerationReasons reasons)
    {
        var table = new Table(reasons.ScoreName.Length == 0 ? "Options" : $"Options (score: {reasons.ScoreName}, the least wins)", [
            Column.Words("provider", "provider"), new("steps", "steps"), new("score", "score"), Column.Words("chosen", ""), Column.Words("masked", "why not")]);
        foreach (var o in reasons.Options)
            table.Add(Cell.Of(o.Provider), Cell.Of(o.Steps), Cell.Of(o.Score ?? double.NaN, 4), o.IsChosen ? Cell.Of("chosen", CellMark.Best) : Cell.Empty, Cell.Of(o.Masked ?? ""));
        return new Document
        {
            Heading = [reasons.Rule, .. reasons.IsReplaced ? ["The rule's decision was infeasible and was replaced."] : Array.Empty<string>()],
            Tables = [table],
            Csv = () => table,
            Json = () => NodeJson.Node(reasons),
        };
    }
}
