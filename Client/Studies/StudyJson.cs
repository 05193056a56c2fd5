using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>A study as JSON. Names carry their units; the document lists what each metric is.</summary>
internal static class StudyJson
{
    /// <summary>The document.</summary>
    /// <param name="study">The study.</param>
    /// <param name="baseline">Differences are taken to this policy; null for none.</param>
    public static JsonObject Of(StudyResult study, PolicyRuns? baseline = null)
    {
        var document = new JsonObject
        {
            ["kind"] = "study",
            ["version"] = 1,
            ["scenario"] = study.Scenario.Name,
            ["horizon_s"] = study.Scenario.HorizonS,
            ["load"] = study.Scenario.Load,
            ["random_streams"] = study.Scenario.Random == RandomMode.Published ? "published" : "independent",
            ["seeds"] = JsonText.Array(study.Seeds.Select(s => (JsonNode)s)),
            ["partial"] = study.Partial,
            ["policies"] = JsonText.Array(study.Policies.Select(p => Policy(p, baseline))),
            ["metrics"] = Definitions(),
        };
        if (baseline is not null)
            document["baseline"] = baseline.Policy.Label;
        return document;
    }

    private static JsonObject Definitions()
    {
        var definitions = new JsonObject();
        foreach (var metric in Metrics.All)
        {
            definitions[metric.Name] = new JsonObject
            {
                ["title"] = metric.Title,
                ["unit"] = metric.Unit,
                ["better"] = metric.Better switch { < 0 => "less", > 0 => "more", _ => "neither" },
                ["summary"] = metric.Summary,
            };
        }

        return definitions;
    }

    private static JsonObject Policy(PolicyRuns policy, PolicyRuns? baseline)
    {
        var item = new JsonObject
        {
            ["policy"] = policy.Policy.Label,
            ["runs"] = JsonText.Array(policy.Runs.Select(Run)),
            ["summary"] = ByMetric(m => Estimate(Comparison.Estimate(policy, m))),
        };
        if (baseline is not null)
            item["difference_to_baseline"] = ByMetric(m => Estimate(Comparison.Difference(policy, baseline, m)));
        return item;
    }

    private static JsonObject Run(RunResult run)
    {
        var item = Figures(run);
        if (run.Shadow is { } shadow)
            item["shadow"] = ShadowTables.Json(run, shadow);
        return item;
    }

    private static JsonObject Figures(RunResult run) => new()
    {
        ["seed"] = run.Seed,
        ["partial"] = run.Partial,
        ["simulated_s"] = run.EndS,
        ["metrics"] = ByMetric(m => JsonText.Number(m.Value(run))),
        ["waiting_jobs_by_day"] = JsonText.Array(run.QueueByDay.Select(q => (JsonNode)q)),
        ["starts_by_gpus"] = JsonText.Array(run.StartsByGpus.Select(n => (JsonNode)n)),
        ["sites"] = JsonText.Rows(SiteTables.ForPeople(run)),
        ["shield"] = Shield(run.Shield),
        ["loop_events"] = run.LoopEvents,
        ["event_log_sha256"] = run.EventLogHash,
    };

    private static JsonObject Shield(ShieldCounts counts)
    {
        var reasons = new JsonObject();
        foreach (var reason in Enum.GetValues<ShieldReason>().Where(r => counts.ReplacedFor(r) + counts.CaughtFor(r) > 0))
            reasons[EventNames.Of(reason)] = counts.ReplacedFor(reason) + counts.CaughtFor(reason);
        return new JsonObject
        {
            ["replaced"] = counts.Replaced,
            ["caught"] = counts.Caught,
            ["last_resorts"] = counts.LastResorts,
            ["by_reason"] = reasons,
        };
    }

    private static JsonObject ByMetric(Func<Metric, JsonNode?> value)
    {
        var item = new JsonObject();
        foreach (var metric in Metrics.All)
            item[metric.Name] = value(metric);
        return item;
    }

    private static JsonObject Estimate(Estimate estimate) => new()
    {
        ["mean"] = JsonText.Number(estimate.Mean),
        ["ci95_half_width"] = JsonText.Number(estimate.HalfWidth),
        ["count"] = estimate.Count,
    };
}
