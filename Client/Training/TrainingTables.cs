using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Studies;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>What a training came to, as a table and as JSON.</summary>
internal static class TrainingTables
{
    /// <summary>A row a seed, and their mean with its interval.</summary>
    /// <param name="kind">What held-out runs measure.</param>
    /// <param name="seeds">The sessions.</param>
    /// <param name="best">The session whose model is the best; null for none.</param>
    public static Table Of(HeldOutKind kind, IReadOnlyList<TrainedSeed> seeds, TrainedSeed? best)
    {
        var table = new Table("", [
            Column.Words("seed", "seed"), new("rounds", "rounds"), new("decisions", "decisions"), new("updates", "updates"), new("processor_s", "processor", "s"),
            new("best_round", "best", "round"), Of(kind.Main), Of(kind.Beside)])
        {
            Notes =
            [
                kind.Note + (best is null ? "" : $" * {kind.Best}: {TrainingFolder.Model} is of seed {best.Curve.Seed}."),
                .. seeds.Count > 1 ? ["mean: over seeds, +- 95 % confidence (Student's t)."] : (string[])[],
            ],
        };
        foreach (var seed in seeds)
            table.Add(Row(seed, seed == best && seeds.Count > 1 ? CellMark.Best : CellMark.None));
        if (seeds.Count > 1)
            table.Add(Mean(seeds));
        return table;
    }

    /// <summary>The mean of a held-out figure over the seeds that have one.</summary>
    /// <param name="seeds">The sessions.</param>
    /// <param name="figure">Reads it.</param>
    public static Estimate Estimated(IReadOnlyList<TrainedSeed> seeds, Func<HeldOutResult, double> figure) =>
        Estimate.Of(seeds.Select(s => s.Curve.Best?.HeldOut).OfType<HeldOutResult>().Select(figure));

    /// <summary>The document.</summary>
    /// <param name="request">What was trained.</param>
    /// <param name="seeds">The sessions.</param>
    /// <param name="best">The session whose model is the best; null for none.</param>
    public static JsonObject Json(TrainRequest request, IReadOnlyList<TrainedSeed> seeds, TrainedSeed? best) => new()
    {
        ["kind"] = "training",
        ["version"] = 1,
        ["learner"] = request.What.Learner.Label,
        ["scenario"] = request.What.Scenario,
        ["folder"] = request.Folder,
        ["best_seed"] = best?.Curve.Seed,
        [request.What.HeldOut.Main.Column] = Json(Estimated(seeds, h => h.Main)),
        [request.What.HeldOut.Beside.Column] = Json(Estimated(seeds, h => h.Beside)),
        ["seeds"] = JsonText.Array(seeds.Select(s => (JsonNode)Json(request.What.HeldOut, s))),
    };

    private static JsonObject Json(Estimate estimate) => new()
    {
        ["mean"] = JsonText.Number(estimate.Mean),
        ["ci95_half_width"] = JsonText.Number(estimate.HalfWidth),
        ["seeds"] = estimate.Count,
    };

    private static Column Of(HeldOutFigure figure) => new(figure.Column, figure.Name, figure.Unit);

    private static JsonObject Json(HeldOutKind kind, TrainedSeed seed) => new()
    {
        ["seed"] = seed.Curve.Seed,
        ["rounds"] = seed.Curve.Last?.Round ?? 0,
        ["decisions"] = seed.Curve.Last?.Decisions ?? 0,
        ["updates"] = seed.Curve.Last?.Updates ?? 0,
        ["processor_s"] = JsonText.Number(seed.Curve.ProcessorS),
        ["ended_early"] = seed.EndedEarly,
        ["best_round"] = seed.Curve.Best?.Round,
        [kind.Main.Column] = seed.Curve.Best?.HeldOut?.Main,
        [kind.Beside.Column] = seed.Curve.Best?.HeldOut?.Beside,
    };

    private static IReadOnlyList<Cell> Row(TrainedSeed seed, CellMark mark) =>
    [
        Cell.Of($"{seed.Curve.Seed}"), new Cell($"{seed.Curve.Last?.Round ?? 0}{(seed.EndedEarly ? ", ended early" : "")}", seed.Curve.Last?.Round ?? 0), Cell.Of(seed.Curve.Last?.Decisions ?? 0),
        Cell.Of(seed.Curve.Last?.Updates ?? 0), Cell.Of(seed.Curve.ProcessorS, 0), new Cell($"{seed.Curve.Best?.Round}", seed.Curve.Best?.Round),
        Cell.Of(seed.Curve.Best?.HeldOut?.Main ?? double.NaN, 2, mark), Cell.Of(seed.Curve.Best?.HeldOut?.Beside ?? double.NaN, 2),
    ];

    private static IReadOnlyList<Cell> Mean(IReadOnlyList<TrainedSeed> seeds) =>
    [
        Cell.Of("mean"), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Within(Estimated(seeds, h => h.Main)), Within(Estimated(seeds, h => h.Beside)),
    ];

    private static Cell Within(Estimate estimate) => new(
        double.IsNaN(estimate.HalfWidth) ? Show.Number(estimate.Mean, 2) : $"{Show.Number(estimate.Mean, 2)} +- {Show.Number(estimate.HalfWidth, 2)}", estimate.Mean);
}
