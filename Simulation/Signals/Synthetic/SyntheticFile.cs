namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>Writes made signals as files in public layouts, which <see cref="Files.SignalReader"/> reads back.</summary>
public static class SyntheticFile
{
    /// <summary>What can be made: <c>price</c> (layout hpe-prices), <c>carbon</c> (electricity-maps), <c>weather</c> (nsrdb).</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["price", "carbon", "weather"];

    /// <summary>Writes a file.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="place">The place.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    /// <param name="writer">Receives the text.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static void Write(string kind, SyntheticPlace place, long seed, DateTimeOffset startUtc, int hours, TextWriter writer)
    {
        var made = new SyntheticSignals(place, seed);
        Action write = kind switch
        {
            "price" => () => Price(made.Price(startUtc, hours), place, writer),
            "carbon" => () => Carbon(made.Carbon(startUtc, hours), place, writer),
            "weather" => () => Weather(made.Site(startUtc, hours), place, writer),
            _ => throw new ArgumentException($"There is no kind '{kind}'; kinds are {string.Join(", ", Kinds)}.", nameof(kind)),
        };
        write();
    }

    private static void Price(SignalSeries price, SyntheticPlace place, TextWriter writer)
    {
        writer.WriteLine("Datetime (UTC),Datetime (Local),Price (USD/MWh)");
        for (var i = 0; i < price.Values.Length; i++)
        {
            var utc = price.StartUtc + price.Step * i;
            writer.WriteLine($"{utc:yyyy-MM-dd HH:mm:ss}+00:00,{utc.ToOffset(TimeSpan.FromHours(place.UtcOffsetH)):yyyy-MM-dd HH:mm:sszzz},{price.Values[i] * 1000:0.####}");
        }
    }

    private static void Carbon(SignalSeries carbon, SyntheticPlace place, TextWriter writer)
    {
        writer.WriteLine("Datetime (UTC),Country,Zone Name,Zone Id,Carbon Intensity gCO₂eq/kWh (direct),Data Source,Data Estimated");
        for (var i = 0; i < carbon.Values.Length; i++)
            writer.WriteLine($"{carbon.StartUtc + carbon.Step * i:yyyy-MM-dd HH:mm:ss},synthetic,synthetic {place.Name},{place.Name},{carbon.Values[i] * 1000:0.##},synthetic,true");
    }

    // The values are means over hours, so they stand in the middle of them.
    private static void Weather(SiteSignals site, SyntheticPlace place, TextWriter writer)
    {
        writer.WriteLine("Source,Latitude,Longitude,Time Zone");
        writer.WriteLine($"synthetic,{place.LatitudeDeg},{place.LongitudeDeg},0");
        writer.WriteLine("Year,Month,Day,Hour,Minute,GHI,Temperature,Wind Speed");
        var (sun, temperature, wind) = (site.Irradiance!, site.Temperature!, site.Wind!);
        for (var i = 0; i < sun.Values.Length; i++)
        {
            var utc = sun.StartUtc + sun.Step * i;
            writer.WriteLine($"{utc.Year},{utc.Month},{utc.Day},{utc.Hour},30,{sun.Values[i]:0.#},{temperature.Values[i]:0.##},{wind.Values[i]:0.##}");
        }
    }
}
