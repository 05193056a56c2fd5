namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>
/// How prices of a market are spread over a year: quantiles, USD/MWh, and how fast the highest ones grow. The mean follows from them. Levels of 2023-24 are those of aigc-energy.md,
/// section 10; least, 10 % and tail are ours, chosen so that the mean comes out.
/// </summary>
/// <param name="Least">The lowest price, USD/MWh.</param>
/// <param name="P1">1 % quantile.</param>
/// <param name="P10">10 % quantile.</param>
/// <param name="P50">Median.</param>
/// <param name="P90">90 % quantile.</param>
/// <param name="P99">99 % quantile.</param>
/// <param name="Tail">Above the 99 % quantile the price is P99 · (0.01 / (1 − p))^Tail.</param>
/// <param name="Most">The highest price.</param>
public sealed record PriceLevel(double Least, double P1, double P10, double P50, double P90, double P99, double Tail, double Most)
{
    /// <summary>The price below which a share of the hours lies, USD/MWh.</summary>
    /// <param name="share">The share, in (0, 1).</param>
    public double Quantile(double share) => share switch
    {
        < 0.01 => Least + (P1 - Least) * share / 0.01,
        < 0.1 => P1 + (P10 - P1) * Math.Log10(share / 0.01),
        < 0.5 => P10 + (P50 - P10) * (share - 0.1) / 0.4,
        < 0.9 => P50 * Math.Pow(P90 / P50, Math.Log((1 - share) / 0.5) / Math.Log(0.1 / 0.5)),
        < 0.99 => P90 * Math.Pow(P99 / P90, -Math.Log10((1 - share) / 0.1)),
        _ => Math.Min(Most, P99 * Math.Pow(0.01 / (1 - share), Tail)),
    };
}
