using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>What a shadow would have done beside each policy.</summary>
internal static class ShadowTables
{
    /// <summary>A row a policy; no table where no run had a shadow.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<Table> Of(StudyResult study)
    {
        if (study.Policies.SelectMany(p => p.Runs).FirstOrDefault(r => r.Shadow is not null)?.Shadow is not { } shadow)
            yield break;
        yield return SummaryTables.Means(study.Policies, ShadowMetrics.All) with
        {
            Title = $"What {shadow.Policy} would have done as a shadow of each",
            Notes =
            [
                "Differences are the shadow's choice less the one that took effect, decision by decision: regret in the scores of the policy that decided (least wins), energy and "
                + "completion as the operating tables predict them. How the fleet would be under it, its own run shows.",
            ],
        };
    }

    /// <summary>The shadow of a run as JSON.</summary>
    /// <param name="run">The run.</param>
    /// <param name="shadow">Its shadow.</param>
    public static JsonObject Json(RunResult run, ShadowResult shadow)
    {
        var item = new JsonObject { ["policy"] = shadow.Policy };
        foreach (var metric in ShadowMetrics.All)
            item[metric.Name["shadow_".Length..]] = JsonText.Number(metric.Value(run));
        return item;
    }
}
