using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Reports.Evaluation;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Evaluation;

/// <summary>An evaluation as tables and as JSON.</summary>
internal static class EvaluationTables
{
    private static readonly (string Name, string Title, string Unit, int Decimals, Func<EvaluationPoint, Estimate> Value)[] Figures =
    [
        ("above_frontier_percent", "above frontier", "%", 2, p => p.AbovePercent), ("joules_per_unit", "energy", "J/unit", 3, p => p.JoulesPerUnit),
        ("work_service_s", "service", "s", 0, p => p.ServiceS), ("wait_mean_s", "wait", "s", 1, p => p.WaitS), ("largest_queue_jobs", "largest queue", "jobs", 0, p => p.LargestQueue),
    ];

    /// <summary>A table a scenario and load, a row a policy and budget.</summary>
    /// <param name="cell">Scenario and load.</param>
    public static Table Of(EvaluationCell cell)
    {
        var table = new Table($"{cell.Scenario} at {cell.Load:0.###} times its load", [Column.Words("policy", "policy"), new("budget_s", "budget", "s"), .. Figures.Select(f => new Column(f.Name, f.Title, f.Unit))])
        {
            Notes =
            [
                "Means +- 95 % confidence (Student's t over seeds). above frontier: energy per true unit above the least possible at the realised load and service time.",
                .. cell.Points.Any(p => !p.KeepsUp) ? ["! its queue grows: its figures speak only of the work that was done."] : (string[])[],
            ],
        };
        foreach (var point in cell.Points)
        {
            table.Add([
                Cell.Of(point.KeepsUp ? point.Policy : $"{point.Policy} !"), new Cell(point.BudgetText, point.BudgetS),
                .. Figures.Select(f => Within(f.Value(point), f.Decimals))]);
        }

        return table;
    }

    /// <summary>A row a scenario, load, policy and budget.</summary>
    /// <param name="cells">Scenarios and loads.</param>
    public static Table ForPrograms(IReadOnlyList<EvaluationCell> cells)
    {
        var table = new Table("", [
            Column.Words("scenario", ""), new("load", ""), Column.Words("policy", ""), Column.Words("budget_s", ""), new("runs", ""), Column.Words("keeps_up", ""),
            .. Figures.SelectMany(f => (Column[])[new(f.Name, ""), new($"{f.Name}_ci95_half_width", "")])]);
        foreach (var cell in cells)
        {
            foreach (var point in cell.Points)
            {
                table.Add([
                    Cell.Of(cell.Scenario), Cell.Of(cell.Load, 3), Cell.Of(point.Policy), Cell.Of(point.BudgetText), Cell.Of(point.AbovePercent.Count), new Cell("", point.KeepsUp),
                    .. Figures.SelectMany(f => (Cell[])[Cell.Of(f.Value(point).Mean, 3), Cell.Of(f.Value(point).HalfWidth, 3)])]);
            }
        }

        return table;
    }

    /// <summary>The document.</summary>
    /// <param name="cells">Scenarios and loads.</param>
    /// <param name="plan">What was asked for.</param>
    public static JsonObject Json(IReadOnlyList<EvaluationCell> cells, EvaluationPlan plan) => new()
    {
        ["kind"] = "evaluation",
        ["version"] = 1,
        ["partial"] = cells.Count < plan.Scenarios.Count * plan.Loads.Count,
        ["seeds"] = JsonText.Array(plan.Seeds.Select(s => (JsonNode)s)),
        ["cells"] = JsonText.Array(cells.Select(c => (JsonNode)Json(c))),
    };

    private static JsonObject Json(EvaluationCell cell) => new()
    {
        ["scenario"] = cell.Scenario,
        ["load"] = cell.Load,
        ["policies"] = JsonText.Array(cell.Points.Select(p => (JsonNode)Json(p))),
        ["frontier"] = JsonText.Array(cell.Frontier.Select(f => (JsonNode)new JsonObject { ["mean_service_s"] = f.ServiceS, ["joules_per_unit"] = f.JoulesPerUnit })),
    };

    private static JsonObject Json(EvaluationPoint point)
    {
        var item = new JsonObject
        {
            ["policy"] = point.Policy,
            ["budget_s"] = point.BudgetS switch { null => null, double.PositiveInfinity => "none", { } seconds => seconds },
            ["runs"] = point.AbovePercent.Count,
            ["keeps_up"] = point.KeepsUp,
        };
        foreach (var figure in Figures)
            item[figure.Name] = new JsonObject { ["mean"] = JsonText.Number(figure.Value(point).Mean), ["ci95_half_width"] = JsonText.Number(figure.Value(point).HalfWidth) };
        return item;
    }

    private static Cell Within(Estimate estimate, int decimals) => new(
        double.IsNaN(estimate.HalfWidth) ? Show.Number(estimate.Mean, decimals) : $"{Show.Number(estimate.Mean, decimals)} +- {Show.Number(estimate.HalfWidth, decimals)}", estimate.Mean);
}
