using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>When a generator runs, beside any dispatcher of batteries: for what the connection cannot bring, and for all that is needed while its fuel is cheaper than the grid.</summary>
public static class GeneratorRule
{
    /// <summary>A set-point with the generator's part; one that has a part already stays as it is.</summary>
    /// <param name="setPoint">What a dispatcher asks of the battery.</param>
    /// <param name="generator">The generator; null for none.</param>
    /// <param name="grid">The grid connection.</param>
    /// <param name="netKw">Power needed beyond sun and wind, kW.</param>
    /// <param name="tariff">What the grid costs.</param>
    public static SiteSetPoint With(in SiteSetPoint setPoint, GeneratorSpec? generator, GridLimits grid, double netKw, in Tariff tariff)
    {
        if (generator is null || generator.MaxKw <= 0 || setPoint.GeneratorKw > 0)
            return setPoint;
        // A battery that charges does not make a generator run.
        var neededKw = Math.Max(0, netKw + Math.Min(0, setPoint.BatteryKw));
        var missingKw = neededKw - grid.ImportKw;
        var powerKw = Math.Min(generator.MaxKw, neededKw);
        var fuelUsdPerKwh = generator.FuelUsdPerKwh + generator.RunningUsdPerH / Math.Max(powerKw, 1e-9) + generator.FuelUsdPerKw2H * powerKw;
        if (powerKw >= generator.MinKw && powerKw > 0 && fuelUsdPerKwh < tariff.BuyUsdPerKwh)
            return setPoint with { GeneratorKw = powerKw };
        return missingKw > 0 ? setPoint with { GeneratorKw = Math.Clamp(missingKw, generator.MinKw, generator.MaxKw) } : setPoint;
    }
}
