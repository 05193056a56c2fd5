using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Planning.Frontier;

namespace ControlPlane.Client.Frontier;

/// <summary>The frontier as JSON.</summary>
internal static class FrontierJson
{
    /// <summary>The document.</summary>
    /// <param name="study">The frontier.</param>
    public static JsonObject Of(FrontierStudy study) => new()
    {
        ["kind"] = "frontier",
        ["version"] = 1,
        ["scenario"] = study.Scenario.Name,
        ["load_units_per_s"] = study.Problem.LoadUnitsPerS,
        ["max_load_units_per_s"] = JsonText.Number(study.Extremes.MaxLoadUnitsPerS),
        ["mean_size_units"] = study.Problem.MeanSizeUnits,
        ["utilisation_limit"] = study.Problem.Utilisation,
        ["least_service_s"] = JsonText.Number(study.Extremes.LeastServiceTimeS),
        ["energy_optimal_service_s"] = JsonText.Number(study.Extremes.EnergyOptimalServiceTimeS),
        ["without"] = JsonText.Array(study.Without.Select(i => (JsonNode)study.Problem.Sites[i].Name)),
        ["points"] = JsonText.Array(study.Points.Select(p => (JsonNode)Point(p, study.Problem))),
    };

    private static JsonObject Point(FrontierPoint point, FrontierProblem problem) => new()
    {
        ["budget_s"] = point.BudgetS,
        ["feasible"] = point.IsFeasible,
        ["infeasible_reason"] = point.InfeasibleReason,
        ["joules_per_unit"] = JsonText.Number(point.EnergyPerUnitJ),
        ["mean_service_s"] = JsonText.Number(point.MeanServiceTimeS),
        ["service_price_j_per_unit_s"] = JsonText.Number(point.ServiceTimePriceJPerUnitS),
        ["marginal_joules_per_unit"] = JsonText.Number(point.MarginalEnergyPerUnitJ),
        ["sites"] = JsonText.Array(point.Sites.Select(s => (JsonNode)new JsonObject
        {
            ["site"] = s.Name,
            ["units_per_s"] = s.UnitsPerS,
            ["busy_gpus"] = s.BusyGpus,
            ["utilisation"] = JsonText.Number(s.Utilisation),
            ["capacity_price_w_per_gpu"] = JsonText.Number(s.CapacityPriceJPerGpuS),
        })),
        ["operating_points"] = JsonText.Array(point.WorkRates.Select(r => (JsonNode)new JsonObject
        {
            ["site"] = problem.Sites[r.Site].Name,
            ["gpus"] = r.OperatingPoint.Gpus,
            ["clock"] = r.OperatingPoint.Clock,
            ["units_per_s"] = r.UnitsPerS,
        })),
    };
}
