using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>A quantity over time under one policy: the mean over seeds, and the range over seeds where there are several.</summary>
internal static class SeedBand
{
    /// <summary>The line of a chart.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="bins">Pieces of time.</param>
    /// <param name="value">The quantity at a sample of a run.</param>
    public static LineSeries Line(PolicyView policy, TimeBins bins, Func<TimeSeries, int, double> value)
    {
        var runs = policy.Runs.Select(r => bins.Means(r.Series, k => value(r.Series, k))).ToArray();
        var line = new LineSeries(policy.Label, policy.Slot, bins.MiddlesS(), Fold(runs, bins.Count, v => v.Average()));
        return runs.Length < 2 ? line : line with { Low = Fold(runs, bins.Count, v => v.Min()), High = Fold(runs, bins.Count, v => v.Max()) };
    }

    private static double[] Fold(double[][] runs, int count, Func<IEnumerable<double>, double> fold)
    {
        var folded = new double[count];
        for (var k = 0; k < count; k++)
        {
            var values = runs.Select(r => r[k]).Where(double.IsFinite).ToArray();
            folded[k] = values.Length == 0 ? double.NaN : fold(values);
        }
        return folded;
    }
}
