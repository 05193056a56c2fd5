namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Six quantiles of one distribution: a row of a <see cref="BoxRowChart"/>. NaN is missing: that part is not drawn.</summary>
/// <param name="Name">The name of the row.</param>
/// <param name="Slot">Its style slot, 0 or more.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P25">Lower quartile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">Upper quartile.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
public sealed record BoxRow(string Name, int Slot, double P5, double P25, double P50, double P75, double P95, double P99)
{
    /// <summary>The row of a sample.</summary>
    public static BoxRow Of(SampleSeries sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        double Q(double p) => sample.Quantile(p);
        return new BoxRow(sample.Name, sample.Slot, Q(0.05), Q(0.25), Q(0.5), Q(0.75), Q(0.95), Q(0.99));
    }
}
