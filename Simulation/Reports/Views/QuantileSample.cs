using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>Stands for a distribution in charts: its quantiles at 4001 equal steps, so that a marked percentile is the distribution's own.</summary>
internal static class QuantileSample
{
    private const int Steps = 4000;

    public static SampleSeries Of(string name, int slot, Distribution distribution)
    {
        var values = new List<double>(Steps + 1);
        var bins = distribution.Cumulative().Select(b => b.Share).ToArray();
        var (k, below) = (0, 0.0);
        foreach (var share in bins)
        {
            // The middle of a bin's shares is safely inside it.
            var value = distribution.Quantile((below + share) / 2);
            for (; k <= Steps && k <= (share * Steps) + 1e-9; k++)
                values.Add(value);
            below = share;
        }
        return new SampleSeries(name, slot, values);
    }

    /// <summary>The six quantiles of a box.</summary>
    public static BoxRow Box(string name, int slot, Distribution d) =>
        new(name, slot, d.Quantile(0.05), d.Quantile(0.25), d.Quantile(0.5), d.Quantile(0.75), d.Quantile(0.95), d.Quantile(0.99));
}
