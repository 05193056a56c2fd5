using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Client.Explaining;

/// <summary>A job's story as JSON.</summary>
internal static class StoryJson
{
    /// <summary>The document.</summary>
    /// <param name="story">The story.</param>
    public static JsonObject Of(JobStory story) => new()
    {
        ["kind"] = "job",
        ["version"] = 1,
        ["scenario"] = story.Scenario.Name,
        ["policy"] = story.Policy.Label,
        ["seed"] = story.Seed,
        ["job"] = story.Job.Value,
        ["ingress"] = story.Scenario.Fleet.Ingresses[story.Events[0].Ingress],
        ["size_units"] = story.SizeUnits,
        ["submitted_s"] = story.SubmittedS,
        ["end"] = story.End is { } end ? EventNames.Of(end.Kind) : null,
        ["end_s"] = story.End?.TimeS,
        ["events"] = JsonText.Array(story.Events.Select(e => (JsonNode)Event(story, e))),
        ["decisions"] = JsonText.Array(story.Decisions.Select(d => (JsonNode)Decision(story, d))),
        ["interventions"] = JsonText.Array(story.Interventions.Select(i => (JsonNode)Intervention(story, i))),
    };

    private static JsonObject Event(JobStory story, FleetEvent entry)
    {
        var item = new JsonObject { ["time_s"] = entry.TimeS, ["event"] = EventNames.Of(entry.Kind) };
        AddPlace(item, story, entry.Site, entry.Allocation);
        if (EventNames.ValueName(entry.Kind) is { } name)
            item[name] = entry.Value;
        return item;
    }

    private static JsonObject Decision(JobStory story, ExplainedDecision decision)
    {
        var chosen = new JsonObject { ["held"] = decision.Placement.IsHold };
        AddPlace(chosen, story, decision.Placement.Site, decision.Placement.Wanted);
        return new JsonObject
        {
            ["time_s"] = decision.TimeS,
            ["rule"] = decision.Explanation.Rule,
            ["score"] = decision.Explanation.ScoreName,
            ["chosen"] = chosen,
            ["replaced_because"] = decision.Intervention is { } intervention ? InterventionText.Of(intervention.Refusal) : null,
            ["runner_up"] = decision.RunnerUp is { } next ? Option(story, decision, next) : null,
            ["options"] = JsonText.Array(decision.Explanation.Options.Select(o => (JsonNode)Option(story, decision, o))),
            ["notes"] = new JsonObject(decision.Explanation.Notes.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)n.Value))),
        };
    }

    private static JsonObject Intervention(JobStory story, Intervention intervention)
    {
        var item = new JsonObject
        {
            ["time_s"] = intervention.TimeS,
            ["stage"] = EventNames.Of(intervention.Stage),
            ["reason"] = EventNames.Of(intervention.Refusal.Reason),
            ["because"] = InterventionText.Of(intervention.Refusal),
            ["said"] = intervention.Said is { } said ? InterventionText.Of(said) : null,
        };
        if (intervention.Instead is { } instead)
        {
            var done = new JsonObject { ["held"] = instead.IsHold };
            AddPlace(done, story, instead.Site, instead.Wanted);
            item["instead"] = done;
        }

        return item;
    }

    private static JsonObject Option(JobStory story, ExplainedDecision decision, ScoredOption option)
    {
        var item = new JsonObject();
        AddPlace(item, story, option.Site, option.Allocation);
        var known = decision.Sites[option.Site];
        item["score"] = option.Score is { } score ? JsonText.Number(score) : null;
        item["masked"] = option.Mask == MaskReason.None ? null : option.Because ?? MaskWords.Of(option.Mask);
        item["free_gpus"] = known.Status.FreeGpus;
        item["queued_jobs"] = known.Status.Queued;
        item["in_transit_jobs"] = known.InTransit;
        item["reported_s"] = known.Status.ReportedS;
        return item;
    }

    private static void AddPlace(JsonObject item, JobStory story, int site, Allocation allocation)
    {
        if (site < 0)
            return;
        item["site"] = story.Scenario.Fleet.Sites[site].Name;
        if (allocation.Gpus == 0)
            return;
        item["gpus"] = allocation.Gpus;
        item["clock"] = story.Scenario.Fleet.Tables[site].Clocks[allocation.ClockLevel];
    }
}
