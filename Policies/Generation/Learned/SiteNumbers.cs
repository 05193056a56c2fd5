namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What is known of a provider's site and of the time, in numbers of order one.</summary>
internal static class SiteNumbers
{
    /// <summary>Numbers of a site.</summary>
    public const int Count = 5;

    private const double MeanC = 20;
    private const double DeviationC = 20;
    private const float Most = 3;

    /// <summary>Writes price and its rank, charge, sun and wind, and temperature.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="numbers"><see cref="Count"/> numbers; written.</param>
    public static void Write(in ProviderView provider, Span<float> numbers)
    {
        numbers[0] = Known(provider.BuyUsdPerKwh * 10);
        numbers[1] = Known(provider.PriceRank);
        numbers[2] = Known(provider.Soc);
        numbers[3] = Known(provider.RenewableShare);
        numbers[4] = Known((provider.OutdoorC - MeanC) / DeviationC);
    }

    /// <summary>The time of day on a circle.</summary>
    /// <param name="hour">The hour.</param>
    public static (float Sine, float Cosine) Hour(double hour)
    {
        var angle = 2 * Math.PI * hour / 24;
        return ((float)Math.Sin(angle), (float)Math.Cos(angle));
    }

    /// <summary>A number that a host may not know: it is 0 then.</summary>
    /// <param name="value">The number.</param>
    public static float Known(double value) => double.IsFinite(value) ? Bound(value) : 0;

    /// <summary>A number within ± 3.</summary>
    /// <param name="value">The number.</param>
    public static float Bound(double value) => (float)Math.Clamp(value, -Most, Most);
}
