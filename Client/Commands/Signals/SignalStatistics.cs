using ControlPlane.Simulation.Signals;

namespace ControlPlane.Client.Commands.Signals;

/// <summary>The figures of one signal.</summary>
/// <param name="series">The signal.</param>
internal sealed class SignalStatistics(SignalSeries series)
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const int SparkLength = 24;
    private readonly double[] _sorted = [.. series.Values.ToArray().Order()];

    /// <summary>The signal.</summary>
    public SignalSeries Series => series;

    /// <summary>Mean of the values.</summary>
    public double Mean => _sorted.Average();

    /// <summary>The value below which a share of the slots lies.</summary>
    /// <param name="share">The share, in [0, 1].</param>
    public double Quantile(double share) => _sorted[(int)Math.Min(_sorted.Length - 1, share * _sorted.Length)];

    /// <summary>The course of the signal in a word: means over equal parts of its span.</summary>
    public string Spark()
    {
        var parts = Math.Min(SparkLength, _sorted.Length);
        var values = series.Values;
        var means = new double[parts];
        for (var k = 0; k < parts; k++)
        {
            var (from, to) = ((int)((long)k * values.Length / parts), (int)((k + 1L) * values.Length / parts));
            foreach (var value in values[from..to])
                means[k] += value / (to - from);
        }

        var (low, high) = (means.Min(), means.Max());
        return string.Concat(means.Select(m => Blocks[high > low ? (int)Math.Min(Blocks.Length - 1, (m - low) / (high - low) * Blocks.Length) : 0]));
    }
}
