using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Client.Explaining;

/// <summary>A job's story as tables.</summary>
internal static class StoryTables
{
    /// <summary>A row an event.</summary>
    /// <param name="story">The story.</param>
    public static Table Life(JobStory story)
    {
        var table = new Table($"Life of job {story.Job}", [
            Column.Words("time", "when"), Column.Words("after", "after"), Column.Words("event", "event"), Column.Words("site", "site"),
            Column.Words("allocation", "GPUs @ clock"), Column.Words("detail", "detail")]);
        foreach (var entry in story.Events)
        {
            table.Add(
                Cell.Of(Show.Moment(entry.TimeS)), Cell.Of(Show.Duration(entry.TimeS - story.SubmittedS)), Cell.Of(EventNames.Of(entry.Kind)),
                Cell.Of(entry.Site >= 0 ? story.Scenario.Fleet.Sites[entry.Site].Name : ""), Cell.Of(At(story, entry.Site, entry.Allocation)),
                Cell.Of(Detail(story, entry)));
        }

        return table;
    }

    /// <summary>A row an intervention of the shield.</summary>
    /// <param name="story">The story.</param>
    public static Table Interventions(JobStory story)
    {
        var table = new Table($"What the shield did about job {story.Job}", [
            Column.Words("time", "when"), Column.Words("stage", "asked for"), Column.Words("reason", "refused because"),
            Column.Words("said", "the policy said"), Column.Words("instead", "done instead")]);
        foreach (var item in story.Interventions)
        {
            table.Add(
                Cell.Of(Show.Moment(item.TimeS)), Cell.Of(EventNames.Of(item.Stage)), Cell.Of(InterventionText.Of(item.Refusal)),
                Cell.Of(item.Said is { } said ? InterventionText.Of(said) : "-"), Cell.Of(item.Instead is { } done ? Place(story, done) : "-"));
        }

        return table;
    }

    /// <summary>A row an option of a decision, the chosen one marked.</summary>
    /// <param name="story">The story.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="all">Whether every option is shown, also where there are many.</param>
    public static Table Options(JobStory story, ExplainedDecision decision, int number, bool all)
    {
        var (options, omitted) = OptionChoice.Of(decision, all);
        var explanation = decision.Explanation;
        var table = new Table($"Decision {number} at {Show.Moment(decision.TimeS)}: {Outcome(story, decision)}", [
            Column.Words("verdict", ""), Column.Words("site", "site"), Column.Words("allocation", "GPUs @ clock"), new("score", "score"),
            new("joules_per_unit", "energy", "J/unit"), new("expected_service_s", "service", "s"), new("wan_ms", "WAN", "ms"),
            new("free_gpus", "free", "GPUs"), new("queued_jobs", "queued", "jobs"), new("in_transit_jobs", "in transit", "jobs"),
            Column.Words("masked", "masked because")])
        {
            Notes =
            [
                $"Rule: {explanation.Rule}", $"Score: {explanation.ScoreName}{(explanation.Options.Any(o => o.Score is not null) ? "; the least wins" : "")}.",
                .. decision.Intervention is { } replaced ? [$"Replaced by the shield: {InterventionText.Of(replaced.Refusal)}."] : (string[])[],
                .. omitted, .. explanation.Notes.Select(n => $"{n.Key}: {n.Value}"),
            ],
        };
        foreach (var option in options)
            table.Add(Row(story, decision, option));
        return table;
    }

    private static IReadOnlyList<Cell> Row(JobStory story, ExplainedDecision decision, ScoredOption option)
    {
        var fleet = story.Scenario.Fleet;
        var known = decision.Sites[option.Site];
        var chosen = ReferenceEquals(option, decision.Chosen);
        var verdict = chosen ? "chosen" : ReferenceEquals(option, decision.RunnerUp) ? "next" : "";
        var hasPoint = option.Allocation.Gpus > 0;
        var table = fleet.Tables[option.Site];
        return
        [
            Cell.Of(verdict, chosen ? CellMark.Good : CellMark.None), Cell.Of(fleet.Sites[option.Site].Name, chosen ? CellMark.Good : CellMark.None),
            Cell.Of(At(story, option.Site, option.Allocation)), new Cell(option.Score is { } score ? score.ToString("G6") : "-", option.Score),
            Cell.Of(hasPoint ? table.JoulesPerUnit(option.Allocation) : double.NaN, 3),
            Cell.Of(hasPoint ? table.SecondsPerUnit(option.Allocation) * story.SizeUnits : double.NaN, 0),
            Cell.Of(1000 * fleet.LatencyS(story.Events[0].Ingress, option.Site), 0), Cell.Of(known.Status.FreeGpus), Cell.Of(known.Status.Queued),
            Cell.Of(known.InTransit), Cell.Of(option.Because ?? MaskWords.Of(option.Mask), CellMark.Faint),
        ];
    }

    private static string Outcome(JobStory story, ExplainedDecision decision)
    {
        if (decision.Placement.IsHold)
            return "held at its ingress";
        var wanted = At(story, decision.Placement.Site, decision.Placement.Wanted);
        return $"to {story.Scenario.Fleet.Sites[decision.Placement.Site].Name}{(wanted.Length > 0 ? $" for {wanted}" : ", the site decides on GPUs and clock")}";
    }

    private static string Place(JobStory story, Placement placement) =>
        placement.IsHold ? "held" : $"{story.Scenario.Fleet.Sites[placement.Site].Name} {At(story, placement.Site, placement.Wanted)}".TrimEnd();

    private static string At(JobStory story, int site, Allocation allocation) =>
        allocation.Gpus > 0 ? $"{allocation.Gpus} @ {story.Scenario.Fleet.Tables[site].Clocks[allocation.ClockLevel]:0.##}" : "";

    private static string Detail(JobStory story, FleetEvent entry) => entry.Kind switch
    {
        FleetEventKind.Submitted => $"{entry.Value:0} units at {story.Scenario.Fleet.Ingresses[entry.Ingress]}",
        FleetEventKind.Sent => $"{Show.Duration(entry.Value)} on the way",
        FleetEventKind.Held => "no site may take it now",
        FleetEventKind.Started => Start(story, entry),
        FleetEventKind.Completed => $"last run used {entry.Value / 1000:0.#} kJ",
        FleetEventKind.Interrupted => $"{entry.Value:0} units left",
        FleetEventKind.Refused => "the site was lost, draining or full when it arrived",
        _ => "",
    };

    private static string Start(JobStory story, FleetEvent entry)
    {
        var table = story.Scenario.Fleet.Tables[entry.Site];
        return $"{entry.Value:0} units to do, {Show.Duration(entry.Value * table.SecondsPerUnit(entry.Allocation))} at {table.PowerW(entry.Allocation):0} W "
            + $"({table.JoulesPerUnit(entry.Allocation):0.###} J/unit)";
    }
}
