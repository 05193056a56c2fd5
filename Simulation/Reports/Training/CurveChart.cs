using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Studies;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Simulation.Reports.Training;

/// <summary>A figure against decisions: every seed as a thin line and, where there are several, their mean with its 95 % band.</summary>
internal static class CurveChart
{
    private const int MeanSlot = 0;
    private const int SeedSlot = 9;

    /// <summary>Draws it.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="axis">The vertical axis.</param>
    /// <param name="curves">A curve a seed.</param>
    /// <param name="figure">Reads the figure from a round; NaN in rounds without it.</param>
    public static LineChart Of(string title, Axis axis, IReadOnlyList<TrainingCurve> curves, Func<TrainingRound, double> figure)
    {
        var lines = curves.Select(c => Line(c, figure)).Where(l => l.X.Count > 0).ToList();
        var several = lines.Count > 1;
        LineSeries[] series = several ? [Mean(curves, figure), .. lines] : [.. lines.Select(l => l with { Slot = MeanSlot, IsThin = false })];
        var description = $"{title}: {(several ? $"mean over {lines.Count} seeds with its 95 % interval, and every seed." : "one seed.")}";
        return new LineChart(new(title, description, new Axis("decisions"), axis, series));
    }

    private static LineSeries Line(TrainingCurve curve, Func<TrainingRound, double> figure)
    {
        var rounds = curve.Rounds.Where(r => double.IsFinite(figure(r))).ToArray();
        return new LineSeries($"seed {curve.Seed}", SeedSlot, [.. rounds.Select(r => (double)r.Decisions)], [.. rounds.Select(figure)]) { IsThin = true };
    }

    // Round by round: seeds differ a little in the decisions of a round.
    private static LineSeries Mean(IReadOnlyList<TrainingCurve> curves, Func<TrainingRound, double> figure)
    {
        var rounds = curves.SelectMany(c => c.Rounds).Where(r => double.IsFinite(figure(r))).GroupBy(r => r.Round).OrderBy(g => g.Key).ToArray();
        // Where some seeds have ended, the mean over those that go on says nothing about all.
        rounds = [.. rounds.Where(g => g.Count() == rounds[0].Count())];
        var estimates = rounds.Select(g => Estimate.Of(g.Select(figure))).ToArray();
        return new LineSeries("mean of the seeds", MeanSlot, [.. rounds.Select(g => g.Average(r => (double)r.Decisions))], [.. estimates.Select(e => e.Mean)])
        {
            Low = [.. estimates.Select(e => e.Low)],
            High = [.. estimates.Select(e => e.High)],
        };
    }
}
