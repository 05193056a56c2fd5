namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Counts of a sample in bins that are equally wide on the drawing.</summary>
public static class Histogram
{
    /// <summary>
    /// The share of the whole sample in each bin, so that the areas of samples of different size compare. Bins are half-open [a, b); the last is closed.
    /// Values off the axis are in no bin, so the shares may add up to less than 1.
    /// </summary>
    /// <param name="sample">The sample.</param>
    /// <param name="scale">The axis; its positions are cut into equal parts.</param>
    /// <param name="bins">Number of bins, 1 or more.</param>
    public static IReadOnlyList<double> Shares(SampleSeries sample, Scale scale, int bins)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var counts = new int[bins];
        foreach (var value in sample.Sorted)
        {
            if (value < scale.Low || value > scale.High) continue;
            var part = (scale.Map(value) - scale.Start) / (scale.End - scale.Start);
            counts[Math.Min(bins - 1, (int)((part * bins) + 1e-9))]++;
        }
        return Array.ConvertAll(counts, c => (double)c / sample.Sorted.Count);
    }
}
