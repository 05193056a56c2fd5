using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>Averages samples over equal pieces of time.</summary>
/// <param name="WidthS">Width of a piece, s.</param>
/// <param name="Count">Number of pieces.</param>
internal readonly record struct TimeBins(double WidthS, int Count)
{
    private static readonly double[] WidthsS =
        [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_419_200];

    /// <summary>At most so many pieces of a round width that hold at least one sample each.</summary>
    public static TimeBins Of(double endS, double sampleEveryS, int most)
    {
        var leastS = Math.Max(endS / most, sampleEveryS) * (1 - 1e-9);
        var widthS = WidthsS.FirstOrDefault(w => w >= leastS && w / sampleEveryS % 1 < 1e-9);
        if (widthS == 0)
            widthS = Math.Ceiling(leastS / sampleEveryS) * sampleEveryS;
        return new TimeBins(widthS, Math.Max(1, (int)Math.Ceiling(endS / widthS * (1 - 1e-9))));
    }

    /// <summary>Middles of the pieces, s.</summary>
    public double[] MiddlesS()
    {
        var width = WidthS;
        return [.. Enumerable.Range(0, Count).Select(k => (k + 0.5) * width)];
    }

    /// <summary>Means of a run's samples by piece; NaN where it has none, because it was cut short.</summary>
    public double[] Means(TimeSeries series, Func<int, double> valueOfSample)
    {
        var (sums, counts) = (new double[Count], new int[Count]);
        for (var k = 0; k < series.TimeS.Count; k++)
        {
            // A sample speaks for the time before it.
            var bin = Math.Clamp((int)Math.Ceiling((series.TimeS[k] / WidthS) - 1e-9) - 1, 0, Count - 1);
            sums[bin] += valueOfSample(k);
            counts[bin]++;
        }
        return [.. sums.Zip(counts, (sum, count) => count == 0 ? double.NaN : sum / count)];
    }
}
