namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>How wrong forecasts are: relative errors that wander as a random walk from the present, where everything is known.</summary>
public sealed record ForecastSettings
{
    /// <summary>Standard deviation of the error of sun and wind an hour ahead, in [0, 1].</summary>
    public double RenewableError { get; init; } = 0.10;

    /// <summary>Standard deviation of the error of demand an hour ahead, in [0, 1].</summary>
    public double DemandError { get; init; } = 0.03;

    /// <summary>Standard deviation of the error of prices an hour ahead, in [0, 1].</summary>
    public double PriceError { get; init; } = 0.05;

    /// <summary>Most that an error may be, in [0, 1).</summary>
    public double MostError { get; init; } = 0.5;

    /// <summary>Seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Forecasts that come true.</summary>
    public static ForecastSettings Perfect { get; } = new() { RenewableError = 0, DemandError = 0, PriceError = 0 };

    internal void Check()
    {
        foreach (var (name, value) in ((string, double)[])[(nameof(RenewableError), RenewableError), (nameof(DemandError), DemandError), (nameof(PriceError), PriceError)])
        {
            if (!(value is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [0, 1].");
        }

        if (!(MostError is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(MostError), MostError, "MostError must lie in [0, 1).");
    }
}
