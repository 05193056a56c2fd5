namespace ControlPlane.Fleet.Energy;

/// <summary>A generator: off, or between its least and its most power (arXiv 1608.02274: ramp limit, cost a₀ + a₁·P + a₂·P² an hour).</summary>
/// <param name="MinKw">The least power while it runs, kW, ≥ 0.</param>
/// <param name="MaxKw">The most power, kW, ≥ <paramref name="MinKw"/>.</param>
public sealed record GeneratorSpec(double MinKw, double MaxKw)
{
    /// <summary>How fast its power may change while it runs, kW an hour, &gt; 0; it may always start at its least power and stop.</summary>
    public double RampKwPerH { get; init; } = double.PositiveInfinity;

    /// <summary>Cost of running at all, USD an hour, ≥ 0.</summary>
    public double RunningUsdPerH { get; init; }

    /// <summary>Fuel, USD per kWh, ≥ 0.</summary>
    public double FuelUsdPerKwh { get; init; } = 0.3;

    /// <summary>Fuel that grows with the square of the power, USD per kW²h, ≥ 0.</summary>
    public double FuelUsdPerKw2H { get; init; }

    /// <summary>Emissions, kg CO₂ per kWh, ≥ 0.</summary>
    public double CarbonKgPerKwh { get; init; } = 0.7;

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (!(MinKw >= 0 && MinKw <= MaxKw && double.IsFinite(MaxKw)))
            return $"minKw and maxKw must be numbers of at least 0 and in order, not {MinKw} and {MaxKw}";
        if (!(RampKwPerH > 0))
            return $"rampKwPerH must be above 0, not {RampKwPerH}";
        double[] costs = [RunningUsdPerH, FuelUsdPerKwh, FuelUsdPerKw2H, CarbonKgPerKwh];
        return costs.All(c => c >= 0 && double.IsFinite(c)) ? null : $"costs and carbonKgPerKwh must be numbers of at least 0, not {string.Join(", ", costs)}";
    }
}
